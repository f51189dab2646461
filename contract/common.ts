import { type Static, Type } from '@sinclair/typebox'

export const Id = Type.String({ format: 'uuid' })
export const Fen = Type.Integer({ minimum: 0, description: 'Whole fen (1/100 yuan)' })
export const SignedFen = Type.Integer({ description: 'Whole fen (1/100 yuan), signed' })
export const Instant = Type.Integer({ minimum: 0, description: 'Milliseconds since 1970-01-01 UTC' })
export const Count = Type.Integer({ minimum: 0 })
export const Bps = Type.Integer({ minimum: 0, maximum: 10000, description: 'Basis points' })
/** As it arrives from outside: anything that is no token of ours is answered as malformed, never refused. */
export const OpenToken = Type.String({ minLength: 1, maxLength: 128 })

/** Two sizes of one picture; each is a path below the API's root or an absolute https URL. */
export const Picture = Type.Object({ large: Type.String(), small: Type.String() })
export type Picture = Static<typeof Picture>

export const Empty = Type.Object({})

export const page = <T extends import('@sinclair/typebox').TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.String(), Type.Null()], {
      description: 'Cursor of the next page, null at the end',
    }),
  })

export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
}

export const nullable = <T extends import('@sinclair/typebox').TSchema>(schema: T) =>
  Type.Union([schema, Type.Null()])
