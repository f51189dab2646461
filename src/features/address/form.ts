import type { AddressInput, AddressView } from '@contract/address'

/** What stands in the form, filled in or not. */
export interface AddressDraft {
  readonly name: string
  readonly phone: string
  readonly region: readonly string[]
  /** Six digits of the region, where its picker gave them. */
  readonly areaCode: string | null
  readonly detail: string
  readonly isDefault: boolean
}

export type DraftFaults = Partial<Record<'name' | 'phone' | 'region' | 'detail', string>>

export const EMPTY_DRAFT: AddressDraft = {
  name: '',
  phone: '',
  region: [],
  areaCode: null,
  detail: '',
  isDefault: false,
}

export const draftOf = (address: AddressView): AddressDraft => ({
  name: address.name,
  phone: address.phone,
  region: [address.province, address.city, address.district].filter(Boolean),
  areaCode: address.nationalCode,
  detail: address.detail,
  isDefault: address.isDefault,
})

/** What keeps a draft from being an address, one short sentence per field; the server holds the same bounds. */
export function faultsOf(draft: AddressDraft): DraftFaults {
  const faults: DraftFaults = {}
  const phone = draft.phone.trim()
  if (!draft.name.trim()) faults.name = '请填写收货人'
  if (!phone) faults.phone = '请填写手机号'
  else if (!/^\+?[0-9][0-9 -]{5,19}$/.test(phone)) faults.phone = '手机号似乎不对，请再看看'
  if (draft.region.length < 2) faults.region = '请选择所在地区'
  if (!draft.detail.trim()) faults.detail = '请填写街道、小区和门牌号'
  return faults
}

/** The draft as the shop takes it; call with a draft without faults. */
export const inputOf = ({
  name,
  phone,
  region,
  areaCode,
  detail,
  isDefault,
}: AddressDraft): AddressInput => ({
  name: name.trim(),
  phone: phone.trim(),
  province: region[0] ?? '',
  city: region[1] ?? '',
  district: region[2] ?? '',
  detail: detail.trim(),
  ...(areaCode ? { nationalCode: areaCode } : {}),
  isDefault,
})
