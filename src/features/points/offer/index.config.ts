export default definePageConfig({ navigationBarTitleText: '摆上货架' })
