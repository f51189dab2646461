export default definePageConfig({
  navigationBarTitleText: '隐私与关于',
})
