export default definePageConfig({ navigationBarTitleText: '时限和关键词' })
