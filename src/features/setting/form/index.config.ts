export default definePageConfig({ navigationBarTitleText: '提个改动' })
