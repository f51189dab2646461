export default definePageConfig({
  navigationBarTitleText: '归属订单',
  enablePullDownRefresh: true,
})
