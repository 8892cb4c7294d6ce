export default definePageConfig({ navigationBarTitleText: '隐私和我的数据' })
