/** How a kind of member behaves; a seed turns it into a history with the member's own random stream. */
export type Profile = {
  readonly id: string
  readonly name: string
  /** Part of all members, the profiles' shares sum to 1. */
  readonly share: number
  /** Days between two orders while the member is active; null for people who look and do not buy. */
  readonly everyDays: number | null
  /** Openings of the shop for each order placed (for those who never buy: openings a month). */
  readonly opens: number
  /** Mean number of lines in an order. */
  readonly lines: number
  /** Which SKUs of a product they take, and which prices they look at. */
  readonly band: 'low' | 'mid' | 'high'
  /** Chance (0–1) that a usable coupon is claimed and used. */
  readonly coupon: number
  /** Chance (0–1) that an opening ends in forwarding the card to a friend. */
  readonly forward: number
  /** Chance (0–1) that an order is refunded, whole or in part. */
  readonly refund: number
  /** Silent for at least and at most so many days before today; null while active. */
  readonly quietDays: readonly [number, number] | null
  /** Weight by category name; categories not named weigh 1. */
  readonly loves: Readonly<Record<string, number>>
}

export const PROFILES: readonly Profile[] = [
  {
    id: 'fruit-lover',
    name: '水果控',
    share: 0.16,
    everyDays: 9,
    opens: 4,
    lines: 2.4,
    band: 'mid',
    coupon: 0.5,
    forward: 0.06,
    refund: 0.03,
    quietDays: null,
    loves: { 水果: 8, 零食饮料: 2, 蔬菜豆制品: 1.5 },
  },
  {
    id: 'home-cook',
    name: '天天做饭',
    share: 0.17,
    everyDays: 6,
    opens: 3,
    lines: 4.2,
    band: 'mid',
    coupon: 0.45,
    forward: 0.04,
    refund: 0.02,
    quietDays: null,
    loves: { 蔬菜豆制品: 6, 肉禽蛋: 5, 粮油调味: 3, 海鲜水产: 3 },
  },
  {
    id: 'bargain-hunter',
    name: '精打细算',
    share: 0.17,
    everyDays: 11,
    opens: 8,
    lines: 3,
    band: 'low',
    coupon: 0.92,
    forward: 0.1,
    refund: 0.03,
    quietDays: null,
    loves: { 日用清洁: 4, 蔬菜豆制品: 3, 粮油调味: 3, 水果: 2 },
  },
  {
    id: 'quality-first',
    name: '品质优先',
    share: 0.1,
    everyDays: 12,
    opens: 3,
    lines: 3.2,
    band: 'high',
    coupon: 0.2,
    forward: 0.03,
    refund: 0.04,
    quietDays: null,
    loves: { 海鲜水产: 5, 水果: 4, 肉禽蛋: 4, 零食饮料: 2 },
  },
  {
    id: 'new-parent',
    name: '新手爸妈',
    share: 0.1,
    everyDays: 14,
    opens: 5,
    lines: 3.4,
    band: 'mid',
    coupon: 0.6,
    forward: 0.07,
    refund: 0.04,
    quietDays: null,
    loves: { 母婴家居: 8, 零食饮料: 2, 水果: 2.5, 日用清洁: 2 },
  },
  {
    id: 'snacker',
    name: '零食党',
    share: 0.09,
    everyDays: 10,
    opens: 5,
    lines: 2.6,
    band: 'low',
    coupon: 0.65,
    forward: 0.08,
    refund: 0.02,
    quietDays: null,
    loves: { 零食饮料: 9, 水果: 2 },
  },
  {
    id: 'stock-up',
    name: '囤货一次够',
    share: 0.06,
    everyDays: 32,
    opens: 3,
    lines: 6.5,
    band: 'high',
    coupon: 0.75,
    forward: 0.03,
    refund: 0.02,
    quietDays: null,
    loves: { 日用清洁: 5, 粮油调味: 5, 零食饮料: 2 },
  },
  {
    id: 'gone-quiet',
    name: '渐渐不来',
    share: 0.09,
    everyDays: 16,
    opens: 3,
    lines: 2.2,
    band: 'mid',
    coupon: 0.4,
    forward: 0.02,
    refund: 0.06,
    quietDays: [45, 150],
    loves: { 水果: 2, 零食饮料: 2 },
  },
  {
    id: 'onlooker',
    name: '只看不买',
    share: 0.06,
    everyDays: null,
    opens: 3,
    lines: 0,
    band: 'mid',
    coupon: 0.3,
    forward: 0.03,
    refund: 0,
    quietDays: null,
    loves: {},
  },
]
