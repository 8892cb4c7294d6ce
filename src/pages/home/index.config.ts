export default definePageConfig({
  navigationBarTitleText: '微网格',
  navigationStyle: 'custom',
  enableShareAppMessage: true,
})
