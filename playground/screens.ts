/** A screen as the gallery shows it and the checks look at it. */
export interface Screen {
  readonly page: string
  /** What is special about it, in Chinese; absent for the page as it opens. */
  readonly state?: string
  /** `{name}` stands for a token of the demo shop. */
  readonly query?: string
  readonly as?: string
  readonly group?: string
  readonly scene?: number
  /** Tapped one after the other until the screen is there: classes, attributes or texts. */
  readonly taps?: readonly string[]
  /** The page that is in front after the taps, where it is another one than was opened. */
  readonly opened?: string
}

const MEMBER = 'qin-jiahui'
const STAFF = 'lin-yue'
const MANAGER = 'zhou-min'
const GROUP = 'chunfeng-1'

const PRODUCT = 'pages/product/index'
const ORDERS = 'packages/orders/pages/list/index'
const STAFF_ORDERS = 'packages/staff/pages/orders/index'
const CHECKOUT = 'packages/checkout/pages/checkout/index'
const CARD = { page: PRODUCT, query: 't={staffCard}', group: GROUP, scene: 1044 }

/** Pages about one thing, of which nothing else is said here, are seen as they are when that thing is not there. */
const NOBODY = ['id', 'order', 'campaignId']
  .map((name) => `${name}=01900000-0000-7000-8000-000000000000`)
  .join('&')

/** Screens that need more than their page's name; every other page of app.json is opened as it is. */
const SPECIAL: readonly Screen[] = [
  { page: 'pages/home/index', group: GROUP, scene: 1044 },
  { page: 'pages/home/index', state: '没有群', as: 'stranger-1' },
  CARD,
  { ...CARD, state: '选规格', taps: ['.product__add'] },
  { ...CARD, state: '朋友圈单页', query: 't={moments}', scene: 1154, as: 'stranger-2' },
  { page: PRODUCT, state: '找不到', query: 't=NobodyEverIssuedThis00' },
  { ...CARD, page: PRODUCT, state: '结算', taps: ['.product__buy', '.sku-sheet__confirm'], opened: CHECKOUT },
  { page: 'pages/cart/index', state: '空', as: 'stranger-1' },
  { page: 'pages/me/index', state: '店员', as: STAFF },
  { page: 'pages/list/index' },
  {
    page: ORDERS,
    state: '订单详情',
    taps: ['.order-card'],
    opened: 'packages/orders/pages/detail/index',
  },
  {
    page: STAFF_ORDERS,
    state: '归属理由',
    as: STAFF,
    taps: ['.credited-order'],
    opened: 'packages/staff/pages/order/index',
  },
  { page: 'packages/staff/pages/workbench/index', as: STAFF },
  { page: 'packages/staff/pages/workbench/index', state: '店长', as: MANAGER },
  { page: 'packages/staff/pages/workbench/index', state: '不是店员', as: 'stranger-1' },
  { page: 'packages/staff/pages/groups/index', as: STAFF, group: 'chunfeng-2', scene: 1158 },
  { page: 'packages/staff/pages/shares/index', state: '小程序码', as: STAFF, taps: ['.shares__code'] },
  { page: 'packages/staff/pages/join/index', query: 'code={invitation}', as: 'stranger-1' },
]

/** Every screen of the built app: each page of app.json at least once, and the states worth a look. */
export function screensOf(pages: readonly string[]): Screen[] {
  return pages.flatMap((page): Screen[] => {
    const own = SPECIAL.filter((screen) => screen.page === page)
    const isPlain = !SPECIAL.some((one) => one.opened === page || (one.page === page && !one.state))
    return [...(isPlain ? [{ page, as: usualHolder(page), query: NOBODY }] : []), ...own]
  })
}

/** Who looks at a page when nothing else is said. */
export function usualHolder(page: string): string {
  if (page.startsWith('packages/manage/')) return MANAGER
  return page.startsWith('packages/staff/') ? STAFF : MEMBER
}

export const titleOf = ({ page, opened = page, state }: Screen): string =>
  state ? `${opened}（${state}）` : opened
