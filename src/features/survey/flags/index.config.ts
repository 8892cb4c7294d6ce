export default definePageConfig({ navigationBarTitleText: '要留意的情况' })
