export default definePageConfig({ navigationBarTitleText: '中控台', enablePullDownRefresh: true })
