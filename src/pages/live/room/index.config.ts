export default definePageConfig({
  navigationBarTitleText: '直播好物',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
