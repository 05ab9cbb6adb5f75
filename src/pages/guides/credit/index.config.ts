export default definePageConfig({ navigationBarTitleText: '这单佣金', enablePullDownRefresh: true })
