import { type Static, Type } from '@sinclair/typebox'
import { Fen, Id, Instant, nullable, PageQuery, page } from './common'
import { OrderState } from './order'
import { route } from './route'

export const TitleKind = Type.Union([Type.Literal('personal'), Type.Literal('company')])
export type TitleKind = Static<typeof TitleKind>

export const InvoiceState = Type.Union([
  Type.Literal('requested'),
  Type.Literal('issued'),
  Type.Literal('withdrawn'),
])
export type InvoiceState = Static<typeof InvoiceState>

export const InvoiceInput = Type.Object(
  {
    titleKind: TitleKind,
    title: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    taxNumber: Type.Optional(
      Type.String({ maxLength: 24, description: 'Needed for a company; checked by its check digit' }),
    ),
    email: Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' })),
  },
  { additionalProperties: false },
)
export type InvoiceInput = Static<typeof InvoiceInput>

export const InvoiceView = Type.Object({
  id: Id,
  state: InvoiceState,
  titleKind: TitleKind,
  title: Type.String(),
  taxNumber: nullable(Type.String()),
  email: nullable(Type.String()),
  amountFen: Fen,
  number: nullable(Type.String()),
  requestedAt: Instant,
  issuedAt: nullable(Instant),
})
export type InvoiceView = Static<typeof InvoiceView>

const OrderKey = Type.Object({ id: Id })

export const OrderInvoice = Type.Object({
  mayRequest: Type.Boolean({ description: 'Paid, not wholly refunded, and no invoice issued yet' }),
  amountFen: Type.Integer({
    minimum: 0,
    description: 'What an invoice would be made out for: paid less refunded',
  }),
  invoice: nullable(InvoiceView),
  lastTitle: nullable(InvoiceInput),
})
export type OrderInvoice = Static<typeof OrderInvoice>

export const getOrderInvoice = route({
  method: 'GET',
  path: '/orders/:id/invoice',
  role: 'member',
  summary: 'The invoice of my order, whether I may ask for one, and the title I used last',
  params: OrderKey,
  response: OrderInvoice,
  errors: ['thing.not_found'],
})

export const requestInvoice = route({
  method: 'PUT',
  path: '/orders/:id/invoice',
  role: 'member',
  summary: 'Ask for an invoice, or change the title while it is not issued',
  params: OrderKey,
  body: InvoiceInput,
  response: OrderInvoice,
  errors: ['thing.not_found', 'order.state_refused', 'invoice.tax_number_invalid', 'invoice.issued'],
})

export const withdrawInvoice = route({
  method: 'DELETE',
  path: '/orders/:id/invoice',
  role: 'member',
  summary: 'Take the request back while it is not issued',
  params: OrderKey,
  response: OrderInvoice,
  errors: ['thing.not_found', 'invoice.issued'],
})

export const ManagedInvoice = Type.Intersect([
  InvoiceView,
  Type.Object({
    order: Type.Object({ id: Id, number: Type.String(), state: OrderState, payableFen: Fen }),
    amountNowFen: Type.Integer({
      minimum: 0,
      description: 'Paid less refunded today; differs from amountFen where money went back after issuing',
    }),
  }),
])
export type ManagedInvoice = Static<typeof ManagedInvoice>

export const listInvoices = route({
  method: 'GET',
  path: '/manage/invoices',
  role: 'manager',
  summary: 'Invoices to issue, the oldest request first; issued and withdrawn ones newest first',
  query: Type.Object({ state: Type.Optional(InvoiceState), ...PageQuery }),
  response: page(ManagedInvoice),
})

export const issueInvoice = route({
  method: 'POST',
  path: '/manage/invoices/:id/issue',
  role: 'manager',
  summary: 'Mark an invoice as issued under its number',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    { number: Type.String({ pattern: '^[0-9]{8,20}$' }), amountFen: Fen },
    { additionalProperties: false },
  ),
  response: ManagedInvoice,
  errors: ['thing.not_found', 'invoice.state_refused', 'invoice.amount_changed', 'invoice.number_used'],
})
