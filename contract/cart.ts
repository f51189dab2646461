import { type Static, Type } from '@sinclair/typebox'
import { Count, Fen, Id, nullable, Picture } from './common'
import { route } from './route'

export const CartLine = Type.Object({
  skuId: Id,
  productId: Id,
  title: Type.String(),
  spec: Type.Record(Type.String(), Type.String()),
  picture: Picture,
  priceFen: Fen,
  quantity: Type.Integer({ minimum: 1 }),
  isChosen: Type.Boolean(),
  state: Type.Union([
    Type.Literal('ok'),
    Type.Literal('short'),
    Type.Literal('sold_out'),
    Type.Literal('withdrawn'),
  ]),
  available: Count,
  maxQuantity: Count,
  seenPriceFen: Fen,
})
export type CartLine = Static<typeof CartLine>

export const CartView = Type.Object({
  lines: Type.Array(CartLine),
  chosenCount: Count,
  goodsFen: Fen,
  freight: Type.Object({ flatFen: Fen, freeOverFen: nullable(Fen), toFreeFen: nullable(Fen) }),
})
export type CartView = Static<typeof CartView>

const LineKey = Type.Object({ skuId: Id })
export const Quantity = Type.Integer({ minimum: 1, maximum: 999 })

export const getCart = route({
  method: 'GET',
  path: '/cart',
  role: 'member',
  summary: 'My cart with what changed since: prices, stock, withdrawn products',
  response: CartView,
})

export const addToCart = route({
  method: 'POST',
  path: '/cart/lines',
  role: 'member',
  summary: 'Put more of a SKU into the cart',
  body: Type.Object({ skuId: Id, quantity: Quantity }, { additionalProperties: false }),
  response: CartView,
  errors: ['thing.not_found', 'sku.withdrawn', 'sku.out_of_stock', 'sku.limit_exceeded', 'cart.full'],
})

export const setCartLine = route({
  method: 'PUT',
  path: '/cart/lines/:skuId',
  role: 'member',
  summary: 'Set the quantity of a line, or choose it for checkout',
  params: LineKey,
  body: Type.Object(
    { quantity: Type.Optional(Quantity), isChosen: Type.Optional(Type.Boolean()) },
    { additionalProperties: false, minProperties: 1 },
  ),
  response: CartView,
  errors: ['thing.not_found', 'sku.withdrawn', 'sku.out_of_stock', 'sku.limit_exceeded'],
})

export const removeCartLine = route({
  method: 'DELETE',
  path: '/cart/lines/:skuId',
  role: 'member',
  summary: 'Take a line out of the cart; taking out what is not there is no fault',
  params: LineKey,
  response: CartView,
})

export const mergeCart = route({
  method: 'POST',
  path: '/cart/merge',
  role: 'member',
  summary:
    'Merge what was gathered before login: the larger quantity of each SKU stays, what cannot be had is left out',
  body: Type.Object(
    {
      lines: Type.Array(Type.Object({ skuId: Id, quantity: Quantity }, { additionalProperties: false }), {
        maxItems: 50,
      }),
    },
    { additionalProperties: false },
  ),
  response: CartView,
})
