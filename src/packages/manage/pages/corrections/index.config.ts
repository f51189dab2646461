export default definePageConfig({ navigationBarTitleText: '归属更正', enablePullDownRefresh: true })
