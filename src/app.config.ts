export default defineAppConfig({
  pages: [
    'pages/catalog/home/index',
    'pages/members/me/index',
    'pages/catalog/shelf/index',
    'pages/catalog/product/index',
  ],
  subPackages: [
    { root: 'pages/groupbuy', pages: ['ladder/index', 'statement/index'] },
    { root: 'pages/orders', pages: ['checkout/index', 'list/index', 'order/index'] },
  ],
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#f7f3ee',
    navigationBarBackgroundColor: '#f7f3ee',
    navigationBarTitleText: '聚团',
    navigationBarTextStyle: 'black',
    // H5 hides its navigation bar unless this is said.
    navigationStyle: 'default',
  },
  tabBar: {
    color: '#6e655c',
    selectedColor: '#c8283c',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/catalog/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/members/me/index',
        text: '我的',
        iconPath: 'assets/tab/me.png',
        selectedIconPath: 'assets/tab/me-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
})
