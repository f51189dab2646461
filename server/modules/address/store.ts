import type { AddressInput, AddressView } from '@contract/address'
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { addresses } from '../../schema/member'

const COLUMNS = {
  id: addresses.id,
  name: addresses.name,
  phone: addresses.phone,
  province: addresses.province,
  city: addresses.city,
  district: addresses.district,
  detail: addresses.detail,
  postalCode: addresses.postalCode,
  nationalCode: addresses.nationalCode,
  isDefault: addresses.isDefault,
}

/** The member's addresses, the default first, then the one used or edited last. */
export const listAddresses = (db: Queryable, memberId: string): Promise<AddressView[]> =>
  db
    .select(COLUMNS)
    .from(addresses)
    .where(eq(addresses.memberId, memberId))
    .orderBy(desc(addresses.isDefault), desc(addresses.updatedAt), asc(addresses.id))

/** One of the member's addresses; null where it is nobody's or another's. */
export async function findAddress(db: Queryable, memberId: string, id: string): Promise<AddressView | null> {
  const [found] = await db
    .select(COLUMNS)
    .from(addresses)
    .where(and(eq(addresses.id, id), eq(addresses.memberId, memberId)))
  return found ?? null
}

export type AddressRow = Omit<AddressView, 'id'>

export async function insertAddress(
  db: Queryable,
  memberId: string,
  id: string,
  row: AddressRow,
  nowMs: number,
): Promise<void> {
  await db.insert(addresses).values({ id, memberId, ...row, createdAt: nowMs, updatedAt: nowMs })
}

export async function updateAddress(
  db: Queryable,
  id: string,
  row: Partial<AddressRow>,
  nowMs: number,
): Promise<void> {
  await db
    .update(addresses)
    .set({ ...row, updatedAt: nowMs })
    .where(eq(addresses.id, id))
}

/** Takes the default from every other address of the member. */
export async function clearOtherDefaults(db: Queryable, memberId: string, id: string): Promise<void> {
  await db
    .update(addresses)
    .set({ isDefault: false })
    .where(and(eq(addresses.memberId, memberId), ne(addresses.id, id), eq(addresses.isDefault, true)))
}

/** True where the member had such an address. */
export async function deleteAddress(db: Queryable, memberId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(addresses)
    .where(and(eq(addresses.id, id), eq(addresses.memberId, memberId)))
    .returning({ id: addresses.id })
  return gone.length > 0
}

/** The row of an address as a client sends it, trimmed. */
export const rowOf = (input: AddressInput, isDefault: boolean): AddressRow => ({
  name: input.name.trim(),
  phone: input.phone.trim(),
  province: input.province.trim(),
  city: input.city.trim(),
  district: input.district.trim(),
  detail: input.detail.trim(),
  postalCode: input.postalCode?.trim() || null,
  nationalCode: input.nationalCode ?? null,
  isDefault,
})
