import { needsPhone } from './companies'
import type { LineUnits } from './parcels'

/** What WeChat may be told about a parcel: facts sheet of 发货信息录入, `shipping_list`. */
export interface UploadParcel {
  readonly trackingNumber: string
  readonly companyCode: string
  readonly description: string
  /** Masked; only where the carrier needs it. */
  readonly receiverPhone: string | null
}

const DESCRIPTION_LIMIT = 120

/** "散养土鸡 1kg×2；脐橙×1", at most 120 characters: what the customer reads on WeChat's shipping notice. */
export function describeParcel(units: readonly LineUnits[], titleOf: (lineId: string) => string): string {
  const parts = units.map(({ lineId, unitNumbers }) => `${titleOf(lineId)}×${unitNumbers.length}`)
  const letters = [...parts.join('；')]
  return letters.length <= DESCRIPTION_LIMIT
    ? letters.join('')
    : `${letters.slice(0, DESCRIPTION_LIMIT - 1).join('')}…`
}

/** `138****0000`: WeChat asks for the last four digits and no more. Null where there are no four. */
export function maskedPhone(phone: string): string | null {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 4) return null
  const head = digits.length >= 11 ? digits.slice(-11, -8) : ''
  return `${head}****${digits.slice(-4)}`
}

/** One parcel as WeChat is told of it. */
export const uploadParcel = (
  parcel: {
    readonly companyCode: string
    readonly trackingNumber: string
    readonly units: readonly LineUnits[]
  },
  titleOf: (lineId: string) => string,
  phone: string,
): UploadParcel => ({
  trackingNumber: parcel.trackingNumber,
  companyCode: parcel.companyCode,
  description: describeParcel(parcel.units, titleOf),
  receiverPhone: needsPhone(parcel.companyCode) ? maskedPhone(phone) : null,
})

/** What a refused upload means for the job that made it. */
export type UploadVerdict =
  /** WeChat has it already: nothing is owed. */
  | { readonly verdict: 'known' }
  /** WeChat may take it later. */
  | { readonly verdict: 'later' }
  /** It will never take it like this: a person must look. */
  | { readonly verdict: 'refused'; readonly reason: string }

const REASONS: Readonly<Record<number, string>> = {
  10060001: '微信查不到这笔支付',
  10060002: '微信显示这单已发完货，不能再添加包裹',
  10060003: '微信只允许更正一次发货信息，这单已经用过',
  10060004: '微信显示这单当前不能发货，可能已退款',
  10060005: '物流方式不被接受',
  10060006: '分包发货只支持快递',
  10060007: '缺少“是否全部发货”',
  10060008: '商品描述不被接受',
  10060009: '商品描述不被接受',
  10060014: '发货参数不被接受',
  10060020: '商品描述不被接受',
  10060024: '包裹太多',
  10060025: '描述或单号太长',
  10060026: '描述或单号太长',
  10060031: '付款人与微信记录不一致',
  10060032: '微信只接受快递发货',
  268485224: '发货模式不被接受',
  268485226: '快递单号没有填',
  268485227: '快递公司没有填',
  268485228: '一次发完只能有一个包裹',
}

/** WeChat is asked again about these: its own faults, a payment it has not seen yet, and a time that was not newer. */
const LATER = new Set([10060001, 10060012, 10060019, 268485216])
const UNCHANGED = 10060023

/** What to do about WeChat's refusal of an upload, by its errcode. */
export function uploadVerdict(errcode: number): UploadVerdict {
  if (errcode === UNCHANGED) return { verdict: 'known' }
  if (LATER.has(errcode)) return { verdict: 'later' }
  return { verdict: 'refused', reason: REASONS[errcode] ?? `微信没有接受（${errcode}）` }
}

/** In Chinese, for the manager: why WeChat has not taken it, also where it is asked again. */
export const uploadReason = (errcode: number): string => REASONS[errcode] ?? `微信没有接受（${errcode}）`
