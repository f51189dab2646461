export default definePageConfig({
  navigationBarTitleText: '群的业绩',
  enablePullDownRefresh: true,
})
