export default definePageConfig({ navigationBarTitleText: '群与负责人', enablePullDownRefresh: true })
