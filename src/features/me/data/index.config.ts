export default definePageConfig({ navigationBarTitleText: '留着我的什么' })
