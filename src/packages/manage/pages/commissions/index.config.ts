export default definePageConfig({ navigationBarTitleText: '提成', enablePullDownRefresh: true })
