export default definePageConfig({
  navigationBarTitleText: '今天该关心谁',
  enablePullDownRefresh: true,
})
