export default definePageConfig({ navigationBarTitleText: '收到您的票了' })
