export default definePageConfig({
  navigationBarTitleText: '店内排名',
  enablePullDownRefresh: true,
})
