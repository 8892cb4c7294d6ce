export default definePageConfig({ navigationBarTitleText: '村党组织评价' })
