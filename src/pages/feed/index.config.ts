export default definePageConfig({ navigationBarTitleText: '网格圈', enablePullDownRefresh: true })
