export default definePageConfig({ navigationBarTitleText: '本辖区的诉求' })
