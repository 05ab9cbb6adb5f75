export default definePageConfig({
  navigationBarTitleText: '排行与目标',
  enablePullDownRefresh: true,
})
