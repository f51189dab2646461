export default definePageConfig({
  navigationBarTitleText: '领券',
  enableShareAppMessage: true,
})
