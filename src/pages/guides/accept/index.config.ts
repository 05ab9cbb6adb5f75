export default definePageConfig({ navigationBarTitleText: '成为导购' })
