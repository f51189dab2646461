import { randomUUID } from 'node:crypto'
import type { PayShop } from '../../support/server/pay-shop'
import { aPerson, type Person, type StaffPerson } from '../../support/server/people-builders'
import { aShelf, orders, pays, runsJobs, type Wish } from '../../support/server/shop-builders'

let numbers = 0

/** A tracking number nobody has used. */
export const aNumber = (): string => `7530000${String(++numbers).padStart(6, '0')}`

export interface Bought {
  readonly person: Person
  readonly orderId: string
  readonly lineIds: readonly string[]
}

/** An order that is paid, with so many pieces on each of its lines. */
export async function aPaidOrder(shop: PayShop, quantities: readonly number[] = [1]): Promise<Bought> {
  const person = await aPerson(shop)
  const wishes: Wish[] = []
  for (const quantity of quantities) wishes.push({ skuId: (await aShelf(shop)).skuId, quantity })
  const { status, body } = await orders(shop, person, wishes)
  expect(status).toBe(200)
  await pays(shop, person, body.id)
  await shop.flush()
  return { person, orderId: body.id, lineIds: body.lines.map(({ id }: { id: string }) => id) }
}

export interface Parcel {
  readonly company?: string
  readonly trackingNumber?: string
  readonly lines?: readonly { readonly lineId: string; readonly quantity: number }[]
}

/** Sends parcels; answers whatever the API answers. */
export const ships = (
  shop: PayShop,
  manager: StaffPerson,
  orderId: string,
  parcels: readonly Parcel[] = [{}],
  requestId: string = randomUUID(),
) =>
  shop.call('POST', `/manage/shipping/${orderId}/parcels`, {
    token: manager.token,
    body: {
      requestId,
      parcels: parcels.map((parcel) => ({ company: 'ZTO', trackingNumber: aNumber(), ...parcel })),
    },
  })

/** A paid order in one parcel, known to WeChat. */
export async function aSentOrder(shop: PayShop, manager: StaffPerson): Promise<Bought> {
  const bought = await aPaidOrder(shop)
  const { status } = await ships(shop, manager, bought.orderId)
  expect(status).toBe(200)
  await runsJobs(shop)
  return bought
}

/** The order's parcels as its member sees them. */
export const parcelsOf = async (shop: PayShop, { person, orderId }: Bought) =>
  (await shop.call('GET', `/orders/${orderId}/parcels`, { token: person.token })).body

/** What the manager sees of the order. */
export const shippingOf = async (shop: PayShop, manager: StaffPerson, orderId: string) =>
  (await shop.call('GET', `/manage/shipping/${orderId}`, { token: manager.token })).body
