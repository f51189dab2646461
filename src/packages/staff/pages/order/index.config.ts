export default definePageConfig({
  navigationBarTitleText: '归属详情',
})
