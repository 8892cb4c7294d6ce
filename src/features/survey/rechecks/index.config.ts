export default definePageConfig({ navigationBarTitleText: '纸票回访' })
