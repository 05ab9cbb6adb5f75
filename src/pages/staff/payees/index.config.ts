export default definePageConfig({ navigationBarTitleText: '佣金账目', enablePullDownRefresh: true })
