export default definePageConfig({ navigationBarTitleText: '诉求月报', enableShareAppMessage: true })
