export default definePageConfig({ navigationBarTitleText: '录入纸票' })
