export default definePageConfig({ navigationBarTitleText: '得分是怎么来的' })
