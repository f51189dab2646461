export default definePageConfig({
  navigationBarTitleText: '群店',
  enablePullDownRefresh: true,
  onReachBottomDistance: 600,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
