export default definePageConfig({ navigationBarTitleText: '做一次评价' })
