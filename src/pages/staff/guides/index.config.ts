export default definePageConfig({ navigationBarTitleText: '导购', enablePullDownRefresh: true })
