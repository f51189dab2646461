import type { AddressInput, AddressView } from '@contract/address'
import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { lockMember } from '../member/lock'
import * as store from './store'

/** More would be a list to search in, not to choose from. The one unused longest makes room. */
export const MAX_ADDRESSES = 20

const isSame = (a: store.AddressRow, b: store.AddressRow): boolean =>
  a.name === b.name &&
  a.phone === b.phone &&
  a.province === b.province &&
  a.city === b.city &&
  a.district === b.district &&
  a.detail === b.detail

/** Keeps an address. The same one again answers with the kept one; the first becomes the default. */
export function addAddress(
  { db, ids }: Deps,
  memberId: string,
  input: AddressInput,
  nowMs: number,
): Promise<AddressView> {
  return inTransaction(db, async (tx) => {
    await lockMember(tx, memberId)
    const kept = await store.listAddresses(tx, memberId)
    const row = store.rowOf(input, input.isDefault ?? kept.length === 0)
    const same = kept.find((address) => isSame(address, row))
    const id = same?.id ?? ids.next()
    const isDefault = row.isDefault || same?.isDefault === true
    if (same) {
      const postalCode = row.postalCode ?? same.postalCode
      const nationalCode = row.nationalCode ?? same.nationalCode
      await store.updateAddress(tx, id, { postalCode, nationalCode, isDefault }, nowMs)
    } else {
      await makeRoom(tx, memberId, kept)
      await store.insertAddress(tx, memberId, id, row, nowMs)
    }
    if (row.isDefault) await store.clearOtherDefaults(tx, memberId, id)
    return { ...row, isDefault, id }
  })
}

async function makeRoom(tx: Tx, memberId: string, kept: readonly AddressView[]): Promise<void> {
  const unneeded = kept.filter((address) => !address.isDefault).slice(MAX_ADDRESSES - 2)
  for (const { id } of unneeded) await store.deleteAddress(tx, memberId, id)
}

/** Changes an address. Taking the default away needs another default: name that one instead. */
export function editAddress(
  { db }: Deps,
  memberId: string,
  id: string,
  input: AddressInput,
  nowMs: number,
): Promise<Result<AddressView, Refusal>> {
  return inTransaction(db, async (tx) => {
    await lockMember(tx, memberId)
    const kept = await store.findAddress(tx, memberId, id)
    if (!kept) return refuse(NOT_FOUND)
    const row = store.rowOf(input, input.isDefault === true || kept.isDefault)
    await store.updateAddress(tx, id, row, nowMs)
    if (row.isDefault) await store.clearOtherDefaults(tx, memberId, id)
    return ok({ ...row, id })
  })
}

/** Forgets an address; the one used last becomes the default where the default went. */
export function removeAddress(
  { db }: Deps,
  memberId: string,
  id: string,
  nowMs: number,
): Promise<Result<{ removed: boolean }, Refusal>> {
  return inTransaction(db, async (tx) => {
    await lockMember(tx, memberId)
    if (!(await store.deleteAddress(tx, memberId, id))) return refuse(NOT_FOUND)
    const [first] = await store.listAddresses(tx, memberId)
    if (first && !first.isDefault) await store.updateAddress(tx, first.id, { isDefault: true }, nowMs)
    return ok({ removed: true })
  })
}
