export default defineAppConfig({
  pages: [
    'pages/catalog/home/index',
    'pages/catalog/shelf/index',
    'pages/live/list/index',
    'pages/cart/cart/index',
    'pages/members/me/index',
    'pages/catalog/product/index',
  ],
  subPackages: [
    { root: 'pages/groupbuy', pages: ['ladder/index', 'statement/index'] },
    { root: 'pages/teams', pages: ['offer/index', 'team/index'] },
    { root: 'pages/flashsale', pages: ['sessions/index'] },
    {
      root: 'pages/orders',
      pages: ['checkout/index', 'list/index', 'order/index', 'aftersale/index'],
    },
    // Where a feature has its tab in the main package, each page beside it is a root.
    { root: 'pages/catalog/search', pages: ['index'] },
    { root: 'pages/members/join', pages: ['index'] },
    { root: 'pages/members/levels', pages: ['index'] },
    { root: 'pages/members/profile', pages: ['index'] },
    { root: 'pages/members/settings', pages: ['index'] },
    { root: 'pages/points', pages: ['account/index', 'signs/index', 'mall/index'] },
    { root: 'pages/messages', pages: ['wallet/index'] },
    { root: 'pages/coupons', pages: ['center/index', 'list/index'] },
    { root: 'pages/live/session', pages: ['index'] },
    { root: 'pages/live/room', pages: ['index'] },
    { root: 'pages/live/lottery', pages: ['index'] },
    { root: 'pages/attribution', pages: ['open/index', 'poster/index'] },
    {
      root: 'pages/guides',
      pages: [
        ...['desk/index', 'income/index', 'credit/index', 'customers/index'],
        ...['material/index', 'ranking/index', 'payouts/index', 'accept/index'],
      ],
    },
    {
      root: 'pages/staff',
      pages: [
        ...['desk/index', 'queue/index', 'handout/index', 'codes/index'],
        ...['guides/index', 'payees/index', 'attribution/index', 'replay/index'],
        'audit/index',
      ],
    },
    { root: 'pages/cockpit', pages: ['sessions/index', 'cockpit/index'] },
    // Pages with charts, which are large, share them.
    { root: 'pages/charts', pages: ['trend/index', 'review/index'] },
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
        pagePath: 'pages/live/list/index',
        text: '直播',
        iconPath: 'assets/tab/live.png',
        selectedIconPath: 'assets/tab/live-on.png',
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
