/** Why goods go back, as the member or the manager chooses it; the words are what WeChat's notice shows the member. */
export const REFUND_REASONS = {
  changed_mind: '不想要了',
  wrong_order: '拍错了 / 信息填错',
  no_longer_needed: '等太久，不需要了',
  not_arrived: '一直没有收到',
  damaged: '收到时有破损',
  spoiled: '不新鲜或变质',
  wrong_goods: '发错货或少发',
  not_as_described: '与描述不符',
  out_of_stock: '商家缺货',
  other: '其他原因',
} as const satisfies Record<string, string>

export type RefundReason = keyof typeof REFUND_REASONS

/** Reasons that make no sense before anything was sent. */
const AFTER_SHIPMENT: readonly RefundReason[] = [
  'not_arrived',
  'damaged',
  'spoiled',
  'wrong_goods',
  'not_as_described',
]
/** Reasons only the shop can have. */
const OF_THE_SHOP: readonly RefundReason[] = ['out_of_stock']

/** What a member may choose from. */
export const memberReasons = (hasShipped: boolean): RefundReason[] =>
  (Object.keys(REFUND_REASONS) as RefundReason[]).filter(
    (reason) => !OF_THE_SHOP.includes(reason) && (hasShipped || !AFTER_SHIPMENT.includes(reason)),
  )
