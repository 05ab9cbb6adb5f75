export default definePageConfig({
  navigationBarTitleText: '一起拼团',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
