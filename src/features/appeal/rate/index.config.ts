export default definePageConfig({ navigationBarTitleText: '评价一下' })
