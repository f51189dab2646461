export default definePageConfig({ navigationBarTitleText: '归属规则' })
