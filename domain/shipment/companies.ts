export interface DeliveryCompany {
  readonly code: string
  readonly name: string
}

/**
 * The carriers a shop in China sends with, by the ids WeChat's `get_delivery_list` gives them: any other code is refused
 * there. The usual ones first. developers.weixin.qq.com/miniprogram/dev, 物流助手 · 获取运力 id 列表.
 */
export const DELIVERY_COMPANIES: readonly DeliveryCompany[] = [
  { code: 'SF', name: '顺丰速运' },
  { code: 'ZTO', name: '中通快递' },
  { code: 'YTO', name: '圆通速递' },
  { code: 'YD', name: '韵达速递' },
  { code: 'STO', name: '申通快递' },
  { code: 'JTSD', name: '极兔速递' },
  { code: 'JD', name: '京东物流' },
  { code: 'EMS', name: '邮政 EMS' },
  { code: 'YZPY', name: '邮政快递包裹' },
  { code: 'DBL', name: '德邦快递' },
  { code: 'ZJS', name: '宅急送' },
  { code: 'UC', name: '优速快递' },
  { code: 'ANE', name: '安能物流' },
  { code: 'KYSY', name: '跨越速运' },
  { code: 'SXJD', name: '顺心捷达' },
  { code: 'YMDD', name: '壹米滴答' },
  { code: 'DNWL', name: '丹鸟物流' },
]

/** What customers call a carrier; its code where it is none of ours (any more). */
export const companyName = (code: string): string =>
  DELIVERY_COMPANIES.find((company) => company.code === code)?.name ?? code

export const isKnownCompany = (code: string): boolean =>
  DELIVERY_COMPANIES.some((company) => company.code === code)

/** SF Express alone gives its scans only with the last digits of a phone; WeChat asks for them. */
export const needsPhone = (code: string): boolean => code === 'SF'
