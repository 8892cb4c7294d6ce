export default definePageConfig({ navigationBarTitleText: '我看到了' })
