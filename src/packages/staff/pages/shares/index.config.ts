export default definePageConfig({
  navigationBarTitleText: '分享中心',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
