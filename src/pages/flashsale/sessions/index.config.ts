export default definePageConfig({
  navigationBarTitleText: '秒杀',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
