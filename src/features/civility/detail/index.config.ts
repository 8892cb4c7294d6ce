export default definePageConfig({ navigationBarTitleText: '文明提醒' })
