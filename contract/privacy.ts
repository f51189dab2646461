import { type Static, Type } from '@sinclair/typebox'
import { Count, Instant } from './common'
import { route } from './route'

/** What the shop keeps of a person, item by item. */
export const DataItem = Type.Object({
  item: Type.String(),
  purpose: Type.String(),
  retention: Type.String(),
  onErasure: Type.String(),
})
export type DataItem = Static<typeof DataItem>

export const listDataItems = route({
  method: 'GET',
  path: '/privacy/items',
  role: 'anyone',
  summary: 'What is kept of a member, why, how long, and what erasure does to it, in Chinese',
  response: Type.Object({ items: Type.Array(DataItem) }),
})

export const MyData = Type.Object({
  exportedAt: Instant,
  sections: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String(),
      rows: Type.Array(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
})
export type MyData = Static<typeof MyData>

export const exportMyData = route({
  method: 'GET',
  path: '/me/data',
  role: 'member',
  summary: 'Everything the shop keeps of me, by section; secrets of the login apart',
  response: MyData,
})

export const eraseMe = route({
  method: 'POST',
  path: '/me/erasure',
  role: 'member',
  summary:
    'Erase me: name, phone, addresses, cart, tags and login go, orders stay under a pseudonym so that money stays balanced. Can’t be undone',
  body: Type.Object({ confirm: Type.Literal('erase') }, { additionalProperties: false }),
  response: Type.Object({ erasedAt: Instant, ordersKept: Count }),
  errors: ['privacy.order_open', 'privacy.has_post'],
})
