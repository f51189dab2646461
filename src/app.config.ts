import { ROUTES } from './routes'

const within = (root: string, ...pages: string[]) => ({
  root,
  pages: pages.map((page) => page.slice(root.length + 1)),
})

const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-on.png`,
})

// Keys beyond Taro's typings are WeChat's own: developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html
export default defineAppConfig({
  pages: [ROUTES.home, ROUTES.coupons, ROUTES.cart, ROUTES.me, ROUTES.product, ROUTES.list, ROUTES.privacy],
  subPackages: [
    within('packages/checkout', ROUTES.checkout),
    within(
      'packages/orders',
      ROUTES.orders,
      ROUTES.order,
      ROUTES.addresses,
      ROUTES.refund,
      ROUTES.afterSale,
      ROUTES.invoice,
    ),
    within('packages/coupons', ROUTES.myCoupons, ROUTES.couponGoods),
    within(
      'packages/staff',
      ROUTES.workbench,
      ROUTES.staffOrders,
      ROUTES.staffOrder,
      ROUTES.staffGroups,
      ROUTES.staffShares,
      ROUTES.staffRows,
      ROUTES.staffRanking,
      ROUTES.staffMembers,
      ROUTES.staffMember,
      ROUTES.staffServe,
      ROUTES.staffJoin,
    ),
    within(
      'packages/manage',
      ROUTES.manage,
      ROUTES.manageCampaigns,
      ROUTES.manageCampaign,
      ROUTES.manageCampaignEdit,
      ROUTES.manageShipping,
      ROUTES.manageShipment,
      ROUTES.manageAfterSales,
      ROUTES.manageAfterSale,
      ROUTES.manageInvoices,
      ROUTES.manageFreight,
      ROUTES.manageMessages,
      ROUTES.manageJobs,
    ),
  ],
  preloadRule: {
    [ROUTES.product]: { network: 'all', packages: ['packages/checkout'] },
    [ROUTES.cart]: { network: 'all', packages: ['packages/checkout'] },
    [ROUTES.me]: { network: 'all', packages: ['packages/orders', 'packages/coupons'] },
    [ROUTES.coupons]: { network: 'all', packages: ['packages/coupons'] },
    [ROUTES.checkout]: { network: 'all', packages: ['packages/orders'] },
  },
  window: {
    navigationBarTitleText: '群店',
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    backgroundColor: '@pageBackground',
    backgroundColorTop: '@pageBackground',
    backgroundColorBottom: '@pageBackground',
    backgroundTextStyle: '@pullText',
  },
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabTextOn',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'white', // read from theme.json, which Taro's typings do not know
    list: [
      tab(ROUTES.home, '首页', 'home'),
      tab(ROUTES.coupons, '领券', 'coupons'),
      tab(ROUTES.cart, '购物车', 'cart'),
      tab(ROUTES.me, '我的', 'me'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseAddress'],
  networkTimeout: { request: 15000, uploadFile: 30000, downloadFile: 30000 },
})
