export default definePageConfig({ navigationBarTitleText: '收入明细', enablePullDownRefresh: true })
