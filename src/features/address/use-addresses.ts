import type { AddressView } from '@contract/address'
import { chooseAddress } from '../../platform/address'
import { errorText } from '../../platform/error-text'
import { toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { selectMemberId, useSession } from '../../platform/session'
import { useAction } from '../../platform/use-action'
import { type Query, useQuery } from '../../platform/use-query'
import { addressesKey, saveAddress } from './actions'
import { useAddressPick } from './store'

/** My addresses, the default first. */
export function useAddresses(): Query<{ items: AddressView[] }> {
  const memberId = useSession(selectMemberId)
  return useQuery(addressesKey(memberId), () => call('GET /addresses'))
}

/** The address of the order being placed: the picked one, else the default; null where none is kept. */
export function useOrderAddress(addresses: Query<{ items: AddressView[] }>): AddressView | null {
  const pickedId = useAddressPick((s) => s.pickedId)
  if (addresses.status !== 'ready') return null
  const { items } = addresses.value
  return items.find((it) => it.id === pickedId) ?? items[0] ?? null
}

/** Takes an address from WeChat's own book and keeps it. Refused or missing, the form is the way: `onRefused`. */
export function useWechatAddress(then: { onKept: (address: AddressView) => void; onRefused: () => void }) {
  return useAction(async () => {
    const chosen = await chooseAddress()
    if (!chosen.ok) {
      if (chosen.error !== 'cancelled') then.onRefused()
      return
    }
    const kept = await saveAddress(null, chosen.value)
    if (kept.ok) then.onKept(kept.value)
    else toast(errorText(kept.error))
  })
}
