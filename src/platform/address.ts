import type { AddressInput } from '@contract/address'
import { ok, type Result, refuse } from '@domain/result'
import Taro from '@tarojs/taro'
import { underWechat } from './native-ui'

/** WeChat leaves it out for some addresses, and other countries have codes of their own. */
export const isAreaCode = (code: unknown): code is string =>
  typeof code === 'string' && /^[1-9]\d{5}$/.test(code)

export type AddressRefusal = 'cancelled' | 'not_allowed' | 'unavailable'

/** WeChat's own address book. `not_allowed`: privacy consent or permission was refused; offer the form instead. */
export function chooseAddress(): Promise<Result<AddressInput, AddressRefusal>> {
  return underWechat(async () => {
    try {
      const it = await Taro.chooseAddress()
      const detail = it.detailInfoNew || `${it.streetName ?? ''}${it.detailInfo ?? ''}`
      return ok({
        name: it.userName,
        phone: it.telNumber,
        province: it.provinceName,
        city: it.cityName,
        district: it.countyName ?? '',
        detail,
        ...(it.postalCode ? { postalCode: it.postalCode } : {}),
        ...(isAreaCode(it.nationalCode) ? { nationalCode: it.nationalCode } : {}),
      })
    } catch (error) {
      const reason = String((error as { errMsg?: unknown } | null)?.errMsg ?? error)
      if (/cancel/i.test(reason)) return refuse('cancelled')
      if (/auth|deny|privacy|permission/i.test(reason)) return refuse('not_allowed')
      return refuse('unavailable')
    }
  })
}
