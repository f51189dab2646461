export default definePageConfig({ navigationBarTitleText: '办交接' })
