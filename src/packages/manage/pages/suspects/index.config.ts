export default definePageConfig({ navigationBarTitleText: '风控', enablePullDownRefresh: true })
