export default definePageConfig({ navigationBarTitleText: '直播中控', enablePullDownRefresh: true })
