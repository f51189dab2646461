import { type Static, Type } from '@sinclair/typebox'
import { Count, Fen, Id, nullable, PageQuery, Picture, page } from './common'
import { route } from './route'
import { ServingStaff } from './session'

/** Why a product stands where it stands; `count` only where it reveals nobody. */
export const FeedReason = Type.Object({
  code: Type.Union([
    Type.Literal('group_bought'),
    Type.Literal('shop_popular'),
    Type.Literal('bought_before'),
    Type.Literal('category_liked'),
    Type.Literal('price_fit'),
    Type.Literal('staff_pick'),
    Type.Literal('new'),
    Type.Literal('plain'),
  ]),
  count: nullable(Count),
})
export type FeedReason = Static<typeof FeedReason>

export const ProductCard = Type.Object({
  id: Id,
  title: Type.String(),
  subtitle: Type.String(),
  picture: Picture,
  priceFen: Fen,
  hasManyPrices: Type.Boolean(),
  listPriceFen: nullable(Fen),
  soldCount: Count,
  isSoldOut: Type.Boolean(),
  tags: Type.Array(Type.String()),
  categoryId: Id,
  reason: nullable(FeedReason),
  onlySkuId: nullable(Id),
})
export type ProductCard = Static<typeof ProductCard>

export const SkuView = Type.Object({
  id: Id,
  spec: Type.Record(Type.String(), Type.String()),
  priceFen: Fen,
  listPriceFen: nullable(Fen),
  picture: nullable(Picture),
  available: Count,
  limitPerOrder: nullable(Count),
  isOnSale: Type.Boolean(),
})
export type SkuView = Static<typeof SkuView>

export const ProductView = Type.Object({
  id: Id,
  title: Type.String(),
  subtitle: Type.String(),
  category: Type.Object({ id: Id, name: Type.String() }),
  pictures: Type.Array(Picture),
  description: Type.String(),
  service: Type.Array(Type.String()),
  tags: Type.Array(Type.String()),
  isOnSale: Type.Boolean(),
  soldCount: Count,
  specNames: Type.Array(Type.String()),
  skus: Type.Array(SkuView),
  servingStaff: nullable(ServingStaff),
  reason: nullable(FeedReason),
  alsoBought: Type.Array(ProductCard),
})
export type ProductView = Static<typeof ProductView>

export const getProduct = route({
  method: 'GET',
  path: '/products/:id',
  role: 'anyone',
  summary:
    'One product with its SKUs; works without a session. A withdrawn product answers with isOnSale false',
  params: Type.Object({ id: Id }),
  response: ProductView,
  errors: ['thing.not_found'],
})

export const listProducts = route({
  method: 'GET',
  path: '/products',
  role: 'anyone',
  summary: 'Products on sale, by category or words, in shop order',
  query: Type.Object({
    categoryId: Type.Optional(Id),
    q: Type.Optional(Type.String({ maxLength: 60 })),
    ...PageQuery,
  }),
  response: page(ProductCard),
})

export const HomeView = Type.Object({
  group: nullable(
    Type.Object({
      id: Id,
      name: nullable(Type.String()),
      buyersThisWeek: nullable(Count),
      initials: Type.Array(Type.String(), { description: 'Masked initials for the mosaic, no names' }),
    }),
  ),
  servingStaff: nullable(ServingStaff),
  groupBuys: Type.Array(ProductCard),
  feed: Type.Array(ProductCard),
  personalised: Type.Boolean(),
})
export type HomeView = Static<typeof HomeView>

export const getHome = route({
  method: 'GET',
  path: '/home',
  role: 'anyone',
  summary:
    'The first screen in one request: group, who serves, what the group buys, the feed with its reasons',
  response: HomeView,
})
