export default definePageConfig({ navigationBarTitleText: '数据趋势', enablePullDownRefresh: true })
