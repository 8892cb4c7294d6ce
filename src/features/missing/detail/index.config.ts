export default definePageConfig({ navigationBarTitleText: '爱心寻人', enableShareAppMessage: true })
