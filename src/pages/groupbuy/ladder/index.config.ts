export default definePageConfig({
  navigationBarTitleText: '阶梯团',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
