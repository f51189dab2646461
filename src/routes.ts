/** Every page of the app, by name. Nobody else writes a page's path. */
export const ROUTES = {
  home: 'pages/home/index',
  coupons: 'pages/coupons/index',
  cart: 'pages/cart/index',
  me: 'pages/me/index',
  product: 'pages/product/index',
  list: 'pages/list/index',
  privacy: 'pages/privacy/index',
  myData: 'packages/privacy/pages/my-data/index',
  checkout: 'packages/checkout/pages/checkout/index',
  orders: 'packages/orders/pages/list/index',
  order: 'packages/orders/pages/detail/index',
  addresses: 'packages/orders/pages/addresses/index',
  refund: 'packages/orders/pages/refund/index',
  afterSale: 'packages/orders/pages/after-sale/index',
  invoice: 'packages/orders/pages/invoice/index',
  myCoupons: 'packages/coupons/pages/mine/index',
  couponGoods: 'packages/coupons/pages/goods/index',
  workbench: 'packages/staff/pages/workbench/index',
  staffOrders: 'packages/staff/pages/orders/index',
  staffOrder: 'packages/staff/pages/order/index',
  staffGroups: 'packages/staff/pages/groups/index',
  staffShares: 'packages/staff/pages/shares/index',
  staffRows: 'packages/staff/pages/rows/index',
  staffRanking: 'packages/staff/pages/ranking/index',
  staffMembers: 'packages/staff/pages/members/index',
  staffMember: 'packages/staff/pages/member/index',
  staffServe: 'packages/staff/pages/serve/index',
  staffGroup: 'packages/staff/pages/group/index',
  staffPoster: 'packages/staff/pages/poster/index',
  staffJoin: 'packages/staff/pages/join/index',
  manage: 'packages/manage/pages/index/index',
  manageCampaigns: 'packages/manage/pages/campaigns/index',
  manageCampaign: 'packages/manage/pages/campaign/index',
  manageCampaignEdit: 'packages/manage/pages/campaign-edit/index',
  manageShipping: 'packages/manage/pages/ship/index',
  manageShipment: 'packages/manage/pages/ship-order/index',
  manageAfterSales: 'packages/manage/pages/after-sale/index',
  manageAfterSale: 'packages/manage/pages/after-sale-detail/index',
  manageInvoices: 'packages/manage/pages/invoices/index',
  manageFreight: 'packages/manage/pages/freight/index',
  manageMessages: 'packages/manage/pages/messages/index',
  manageJobs: 'packages/manage/pages/jobs/index',
  manageTeam: 'packages/manage/pages/team/index',
  manageTeamMember: 'packages/manage/pages/team-member/index',
  manageCommissions: 'packages/manage/pages/commissions/index',
  manageHandovers: 'packages/manage/pages/handovers/index',
  manageHandover: 'packages/manage/pages/handover/index',
  manageGroups: 'packages/manage/pages/groups/index',
  managePolicy: 'packages/manage/pages/policy/index',
  manageCorrections: 'packages/manage/pages/corrections/index',
  manageCorrection: 'packages/manage/pages/corrections-order/index',
  manageLedger: 'packages/manage/pages/ledger/index',
  manageSuspects: 'packages/manage/pages/suspects/index',
  manageBlacklist: 'packages/manage/pages/blacklist/index',
  manageAudit: 'packages/manage/pages/audit/index',
} as const

export type RouteName = keyof typeof ROUTES

/** The tabs: WeChat reaches them only by `switchTab`, without a query. */
export const TABS: ReadonlySet<RouteName> = new Set<RouteName>(['home', 'coupons', 'cart', 'me'])

/** A page's address with a leading slash, as cards and `navigateTo` want it; absent values are left out. */
export function urlOf(name: RouteName, query: Record<string, string | number | undefined> = {}): string {
  const pairs = Object.entries(query).filter(([, v]) => v !== undefined && v !== '')
  const search = pairs.map(([k, v]) => `${k}=${encodeURIComponent(String(v))}`).join('&')
  return `/${ROUTES[name]}${search ? `?${search}` : ''}`
}
