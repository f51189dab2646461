import { type Static, Type } from '@sinclair/typebox'
import { Count, Fen, Id, Instant, nullable } from './common'
import { route } from './route'

export const Category = Type.Object({
  id: Id,
  name: Type.String(),
  productCount: Count,
  picture: nullable(Type.String()),
})
export type Category = Static<typeof Category>

export const ShopView = Type.Object({
  name: Type.String(),
  announcement: Type.String(),
  servicePhone: nullable(Type.String()),
  serverTime: Instant,
  freight: Type.Object({ flatFen: Fen, freeOverFen: nullable(Fen) }),
  reserveMinutes: Count,
  simulated: nullable(
    Type.Object(
      { simulatorUrl: Type.String() },
      {
        description:
          'Present when WeChat is simulated: the guest adapter may then take over login, group and payment',
      },
    ),
  ),
  subscribeTemplates: Type.Object({
    paid: nullable(Type.String()),
    shipped: nullable(Type.String()),
    refund: nullable(Type.String()),
  }),
})
export type ShopView = Static<typeof ShopView>

export const getShop = route({
  method: 'GET',
  path: '/shop',
  role: 'anyone',
  summary: 'The shop as a visitor may know it, and whether WeChat is simulated',
  response: ShopView,
})

export const getCategories = route({
  method: 'GET',
  path: '/categories',
  role: 'anyone',
  summary: 'Categories that have products on sale, in shop order',
  response: Type.Object({ items: Type.Array(Category) }),
})
