export default definePageConfig({ navigationBarTitleText: '后台任务', enablePullDownRefresh: true })
