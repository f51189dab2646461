import { type Static, Type } from '@sinclair/typebox'
import { Id, nullable } from './common'
import { route } from './route'

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

export const AddressInput = Type.Object(
  {
    name: words(30),
    phone: Type.String({ pattern: '^\\+?[0-9][0-9 -]{5,19}$' }),
    province: words(30),
    city: words(30),
    district: Type.String({ maxLength: 30 }),
    detail: words(120),
    postalCode: Type.Optional(Type.String({ maxLength: 12 })),
    nationalCode: Type.Optional(
      Type.String({
        pattern: '^[1-9]\\d{5}$',
        description: 'Six-digit area code (GB/T 2260): freight by city and district goes by it',
      }),
    ),
    isDefault: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type AddressInput = Static<typeof AddressInput>

export const AddressView = Type.Object({
  id: Id,
  name: Type.String(),
  phone: Type.String(),
  province: Type.String(),
  city: Type.String(),
  district: Type.String(),
  detail: Type.String(),
  postalCode: nullable(Type.String()),
  nationalCode: nullable(Type.String()),
  isDefault: Type.Boolean(),
})
export type AddressView = Static<typeof AddressView>

const AddressKey = Type.Object({ id: Id })

export const listAddresses = route({
  method: 'GET',
  path: '/addresses',
  role: 'member',
  summary: 'My addresses, the default first',
  response: Type.Object({ items: Type.Array(AddressView) }),
})
export const addAddress = route({
  method: 'POST',
  path: '/addresses',
  role: 'member',
  summary: 'Keep an address; the same one again answers with the kept one',
  body: AddressInput,
  response: AddressView,
})
export const editAddress = route({
  method: 'PUT',
  path: '/addresses/:id',
  role: 'member',
  summary: 'Change an address; orders keep the one they were placed with',
  params: AddressKey,
  body: AddressInput,
  response: AddressView,
  errors: ['thing.not_found'],
})
export const removeAddress = route({
  method: 'DELETE',
  path: '/addresses/:id',
  role: 'member',
  summary: 'Forget an address',
  params: AddressKey,
  response: Type.Object({ removed: Type.Boolean() }),
  errors: ['thing.not_found'],
})
