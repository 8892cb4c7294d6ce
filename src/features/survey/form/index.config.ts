export default definePageConfig({ navigationBarTitleText: '做一个测评' })
