export default definePageConfig({ navigationBarTitleText: '提一笔积分' })
