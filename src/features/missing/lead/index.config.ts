export default definePageConfig({ navigationBarTitleText: '负责找人' })
