export default defineAppConfig({
  pages: [
    'pages/catalog/home/index',
    'pages/catalog/shelf/index',
    'pages/cart/cart/index',
    'pages/members/me/index',
    'pages/catalog/product/index',
    'pages/catalog/search/index',
  ],
  subPackages: [
    { root: 'pages/groupbuy', pages: ['ladder/index', 'statement/index'] },
    { root: 'pages/teams', pages: ['offer/index', 'team/index'] },
    { root: 'pages/flashsale', pages: ['sessions/index'] },
    {
      root: 'pages/orders',
      pages: ['checkout/index', 'list/index', 'order/index', 'aftersale/index'],
    },
    // The tab of members belongs to the main package, so each page beside it is a root.
    { root: 'pages/members/join', pages: ['index'] },
    { root: 'pages/members/levels', pages: ['index'] },
    { root: 'pages/members/profile', pages: ['index'] },
    { root: 'pages/members/settings', pages: ['index'] },
    { root: 'pages/points', pages: ['account/index', 'signs/index', 'mall/index'] },
    { root: 'pages/messages', pages: ['wallet/index'] },
    { root: 'pages/coupons', pages: ['center/index', 'list/index'] },
    { root: 'pages/live', pages: ['session/index'] },
    { root: 'pages/attribution', pages: ['open/index', 'poster/index'] },
    {
      root: 'pages/guides',
      pages: [
        ...['desk/index', 'income/index', 'credit/index', 'trend/index', 'customers/index'],
        ...['material/index', 'ranking/index', 'payouts/index', 'accept/index'],
      ],
    },
    {
      root: 'pages/staff',
      pages: [
        ...['desk/index', 'queue/index', 'handout/index', 'codes/index'],
        ...['guides/index', 'payees/index', 'attribution/index', 'replay/index'],
      ],
    },
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
        pagePath: 'pages/catalog/shelf/index',
        text: '分类',
        iconPath: 'assets/tab/shelf.png',
        selectedIconPath: 'assets/tab/shelf-on.png',
      },
      {
        pagePath: 'pages/cart/cart/index',
        text: '购物车',
        iconPath: 'assets/tab/cart.png',
        selectedIconPath: 'assets/tab/cart-on.png',
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
  requiredPrivateInfos: ['chooseAddress'],
})
