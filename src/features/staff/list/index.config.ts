export default definePageConfig({ navigationBarTitleText: '人员和职务' })
