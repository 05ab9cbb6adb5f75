export default definePageConfig({ navigationBarTitleText: '溯源', enablePullDownRefresh: true })
