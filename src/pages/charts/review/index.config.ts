export default definePageConfig({ navigationBarTitleText: '直播复盘', enablePullDownRefresh: true })
