export default definePageConfig({ navigationBarTitleText: '来报到的党员' })
