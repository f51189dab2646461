export default definePageConfig({
  navigationBarTitleText: '群店',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
