import { type Static, Type } from '@sinclair/typebox'
import { Count, Id, Instant, nullable, PageQuery, page, SignedFen } from './common'
import { Day } from './ledger'
import { route } from './route'
import { FIGURES, Fraction } from './staff'

/** Every figure, defined once in domain/figures. Days are whole days of the shop's calendar, both included. */
export const FiguresView = Type.Object(FIGURES)
export type FiguresView = Static<typeof FiguresView>

const Days = { from: Day, to: Day }

export const getMyFigures = route({
  method: 'GET',
  path: '/staff/figures',
  role: 'staff',
  summary: 'My figures over any days (at most 366), all or of one of my groups',
  query: Type.Object({ ...Days, groupId: Type.Optional(Id) }),
  response: FiguresView,
  errors: ['thing.not_found'],
})

export const getShopFigures = route({
  method: 'GET',
  path: '/manage/figures',
  role: 'manager',
  summary: 'Figures over any days (at most 366): of the shop, a staff member, a group, or both together',
  query: Type.Object({ ...Days, staffId: Type.Optional(Id), groupId: Type.Optional(Id) }),
  response: FiguresView,
})

export const RankingRow = Type.Object({
  place: Count,
  staffId: Id,
  name: Type.String(),
  title: Type.String(),
  isMe: Type.Boolean(),
  netSalesFen: SignedFen,
  orders: Count,
  opens: Count,
  members: Count,
  conversion: Fraction,
})
export type RankingRow = Static<typeof RankingRow>

export const getRanking = route({
  method: 'GET',
  path: '/staff/ranking',
  role: 'staff',
  summary: 'Staff in service by net sales over these days, equal sums sharing a place',
  query: Type.Object(Days),
  response: Type.Object({ items: Type.Array(RankingRow) }),
})

/** Which number was tapped. `converted`: the numerator of conversion; `repeaters`: of repurchase. */
export const FigureName = Type.Union([
  Type.Literal('opens'),
  Type.Literal('members'),
  Type.Literal('newMembers'),
  Type.Literal('claims'),
  Type.Literal('orders'),
  Type.Literal('buyers'),
  Type.Literal('converted'),
  Type.Literal('repeaters'),
])
export type FigureName = Static<typeof FigureName>

/** One row behind a number; there are as many rows as the number says. */
export const FigureRow = Type.Object({
  id: Type.String({ description: 'Of the opening, member, coupon or order' }),
  at: Instant,
  maskedMember: Type.String(),
  title: Type.String({ description: 'What happened, in one Chinese phrase' }),
  groupName: nullable(Type.String()),
  orderId: nullable(Id),
  amountFen: nullable(SignedFen),
})
export type FigureRow = Static<typeof FigureRow>

const RowsQuery = { figure: FigureName, ...Days, groupId: Type.Optional(Id), ...PageQuery }

export const listMyRows = route({
  method: 'GET',
  path: '/staff/figures/rows',
  role: 'staff',
  summary: 'The rows behind one of my numbers, newest first',
  query: Type.Object(RowsQuery),
  response: page(FigureRow),
  errors: ['thing.not_found'],
})

export const listShopRows = route({
  method: 'GET',
  path: '/manage/figures/rows',
  role: 'manager',
  summary: "The rows behind one of the shop's numbers, newest first",
  query: Type.Object({ ...RowsQuery, staffId: Type.Optional(Id) }),
  response: page(FigureRow),
})
