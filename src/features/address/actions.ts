import type { AddressInput, AddressView } from '@contract/address'
import type { Result } from '@domain/result'
import type { ApiError } from '../../platform/http'
import { type Answer, call } from '../../platform/request'
import { useSession } from '../../platform/session'
import { primeQuery } from '../../platform/use-query'

export const addressesKey = (memberId: string | null): string => `addresses.${memberId ?? 'nobody'}`

/** After a change, every screen that shows the addresses shows the new ones. */
async function refresh(): Promise<void> {
  const answer = await call('GET /addresses')
  if (answer.ok) primeQuery(addressesKey(useSession.getState().session?.memberId ?? null), answer.value)
}

async function thenRefresh<T>(change: Promise<Result<T, ApiError>>): Promise<Result<T, ApiError>> {
  const answer = await change
  if (answer.ok) await refresh()
  return answer
}

/** Keeps an address, new or changed. */
export const saveAddress = (id: string | null, body: AddressInput): Promise<Result<AddressView, ApiError>> =>
  thenRefresh(id ? call('PUT /addresses/:id', { params: { id }, body }) : call('POST /addresses', { body }))

/** Forgets an address; one that is gone already is no fault. */
export const removeAddress = (id: string): Promise<Answer<'DELETE /addresses/:id'>> =>
  thenRefresh(call('DELETE /addresses/:id', { params: { id } }))
