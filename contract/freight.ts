import { type Static, Type } from '@sinclair/typebox'
import { Fen, Instant, nullable } from './common'
import { route } from './route'

/** One line of the freight table. */
export const FreightRow = Type.Object(
  {
    areas: Type.Array(Type.String({ minLength: 2, maxLength: 10 }), {
      minItems: 1,
      maxItems: 40,
      description:
        'Provinces (浙江) or six-digit area codes; exactly one row names 其他 and stands for the rest',
    }),
    delivers: Type.Boolean(),
    feeFen: Fen,
    freeOverFen: nullable(
      Type.Integer({ minimum: 0, description: 'Free from this sum of goods on, before coupons' }),
    ),
  },
  { additionalProperties: false },
)
export type FreightRow = Static<typeof FreightRow>

export const FreightView = Type.Object({
  rows: Type.Array(FreightRow),
  updatedAt: nullable(Instant),
})
export type FreightView = Static<typeof FreightView>

export const getFreight = route({
  method: 'GET',
  path: '/manage/freight',
  role: 'manager',
  summary: 'The freight table: what an order pays by region, and from which sum it is free',
  response: FreightView,
})

export const setFreight = route({
  method: 'PUT',
  path: '/manage/freight',
  role: 'manager',
  summary: 'Replace the freight table. Orders placed before keep their freight',
  body: Type.Object(
    { rows: Type.Array(FreightRow, { minItems: 1, maxItems: 60 }) },
    { additionalProperties: false },
  ),
  response: FreightView,
  errors: ['freight.rule_invalid'],
})
