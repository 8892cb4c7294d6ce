export default definePageConfig({ navigationBarTitleText: '凭码发东西' })
