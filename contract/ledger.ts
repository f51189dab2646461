import { type Static, Type } from '@sinclair/typebox'
import { Id, Instant, nullable, PageQuery, page } from './common'
import { route } from './route'
import { CreditedOrder, CreditedOrderDetail } from './staff'
import { Reason } from './team'

export const Day = Type.String({ format: 'date', description: "A day of the shop's calendar, 2026-07-03" })

export const ManagedOrder = Type.Intersect([
  CreditedOrder,
  Type.Object({ holderId: nullable(Id), holderName: nullable(Type.String()) }),
])
export type ManagedOrder = Static<typeof ManagedOrder>

export const listManagedOrders = route({
  method: 'GET',
  path: '/manage/orders/credit',
  role: 'manager',
  summary: 'Paid orders of the shop with who holds their credit and why, latest payment first',
  query: Type.Object({
    ...PageQuery,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    staffId: Type.Optional(Id),
    groupId: Type.Optional(Id),
    number: Type.Optional(Type.String({ minLength: 4, maxLength: 32, description: 'An order number' })),
    nobody: Type.Optional(Type.Boolean({ description: 'Only orders nobody earned' })),
  }),
  response: page(ManagedOrder),
})

export const correctCredit = route({
  method: 'POST',
  path: '/manage/orders/:id/correction',
  role: 'manager',
  summary:
    "Move what is left of an order's credit to somebody else, or to nobody: pairs of new entries and an audit row",
  params: Type.Object({ id: Id }),
  body: Type.Object(
    {
      requestId: Type.String({ minLength: 8, maxLength: 64, description: 'The same id corrects once' }),
      toStaffId: nullable(Id),
      reason: Reason,
    },
    { additionalProperties: false },
  ),
  response: CreditedOrderDetail,
  errors: ['thing.not_found', 'correction.refused', 'order.request_reused'],
})

export const exportLedger = route({
  method: 'GET',
  path: '/manage/ledger.csv',
  role: 'manager',
  summary: 'The ledger of these days as CSV that opens right in Excel (UTF-8 with BOM; no cell is a formula)',
  query: Type.Object({ from: Day, to: Day, staffId: Type.Optional(Id) }),
  response: Type.Uint8Array({ contentMediaType: 'text/csv; charset=utf-8' }),
  errors: ['request.invalid'],
})

export const AuditRow = Type.Object({
  id: Id,
  at: Instant,
  actor: nullable(Type.String({ description: "null: the shop's own command line or clock" })),
  action: Type.String(),
  text: Type.String({ description: 'The action in Chinese' }),
  subject: Type.String({ description: 'What it is about: an id' }),
  detail: Type.String(),
})
export type AuditRow = Static<typeof AuditRow>

export const listAudits = route({
  method: 'GET',
  path: '/manage/audits',
  role: 'manager',
  summary: 'Who did what to rights, credit or people, newest first; never edited',
  query: Type.Object({
    ...PageQuery,
    action: Type.Optional(
      Type.String({ maxLength: 40, description: 'An action, or a word such as `handover`' }),
    ),
    actorStaffId: Type.Optional(Id),
    subject: Type.Optional(Type.String({ maxLength: 64 })),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
  }),
  response: page(AuditRow),
})

export const AuditVerdict = Type.Object({
  isRight: Type.Boolean(),
  orders: Type.Integer(),
  entries: Type.Integer(),
  fault: nullable(Type.Object({ rule: Type.String(), key: nullable(Type.String()), orderId: Id })),
})

export const checkLedger = route({
  method: 'POST',
  path: '/manage/ledger/check',
  role: 'manager',
  summary: 'Hold the whole ledger against the orders and name the first wrong row',
  response: AuditVerdict,
})
