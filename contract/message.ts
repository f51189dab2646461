import { type Static, Type } from '@sinclair/typebox'
import { Count, Id, Instant, nullable, PageQuery, page } from './common'
import { route } from './route'

/** What a member can be told by a subscription message. */
export const MessageOccasion = Type.Union([
  Type.Literal('paid'),
  Type.Literal('shipped'),
  Type.Literal('refund'),
  Type.Literal('coupon_expiring'),
])
export type MessageOccasion = Static<typeof MessageOccasion>

/** The tap at which it is sensible to ask: placing an order, after paying, asking for a refund, claiming a coupon. */
export const AskMoment = Type.Union([
  Type.Literal('place_order'),
  Type.Literal('after_payment'),
  Type.Literal('ask_refund'),
  Type.Literal('claim_coupon'),
])
export type AskMoment = Static<typeof AskMoment>

export const Subscription = Type.Object({
  occasion: MessageOccasion,
  moment: AskMoment,
  templateId: Type.String(),
  left: Type.Integer({
    minimum: 0,
    description: 'Messages the member still allows: one for each accepted tap',
  }),
  keepsChoice: Type.Boolean({
    description: 'The member ticked "always keep my choice": asking shows no window and is accepted at once',
  }),
  shouldAsk: Type.Boolean({
    description:
      'False where a message is still allowed, or the member has lately said no: then do not ask. Never ask without a tap',
  }),
})
export type Subscription = Static<typeof Subscription>

export const listSubscriptions = route({
  method: 'GET',
  path: '/subscriptions',
  role: 'member',
  summary:
    'What may be asked at which tap. Fetch it before the tap: wx.requestSubscribeMessage must be called in the tap itself',
  query: Type.Object({ moment: Type.Optional(AskMoment) }),
  response: Type.Object({ items: Type.Array(Subscription) }),
})

export const reportSubscriptions = route({
  method: 'POST',
  path: '/subscriptions',
  role: 'member',
  summary:
    'What the member answered to wx.requestSubscribeMessage. The same requestId again counts nothing more',
  body: Type.Object(
    {
      requestId: Type.String({ minLength: 8, maxLength: 64 }),
      answers: Type.Array(
        Type.Object(
          {
            templateId: Type.String({ minLength: 1, maxLength: 64 }),
            answer: Type.Union([
              Type.Literal('accept'),
              Type.Literal('reject'),
              Type.Literal('ban'),
              Type.Literal('filter'),
            ]),
            keepsChoice: Type.Optional(
              Type.Boolean({
                description: 'From wx.getSetting({ withSubscriptions: true }), where it was asked',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 5 },
      ),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ items: Type.Array(Subscription) }),
})

/** A fact that a field of a template may show. */
export const MessageFact = Type.Union([
  Type.Literal('orderNumber'),
  Type.Literal('goods'),
  Type.Literal('amount'),
  Type.Literal('time'),
  Type.Literal('status'),
  Type.Literal('tip'),
  Type.Literal('company'),
  Type.Literal('trackingNumber'),
  Type.Literal('couponName'),
  Type.Literal('expiresAt'),
])
export type MessageFact = Static<typeof MessageFact>

export const MessageTemplate = Type.Object(
  {
    templateId: Type.String({ minLength: 1, maxLength: 64 }),
    fields: Type.Array(
      Type.Object(
        {
          key: Type.String({
            pattern:
              '^(thing|character_string|number|letter|phrase|name|amount|phone_number|car_number|time|date|const)[0-9]{1,3}$',
            description: 'The keyword of the template in the console, such as thing1',
          }),
          fact: MessageFact,
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 10 },
    ),
  },
  { additionalProperties: false },
)
export type MessageTemplate = Static<typeof MessageTemplate>

export const MessageTemplates = Type.Object({
  paid: nullable(MessageTemplate),
  shipped: nullable(MessageTemplate),
  refund: nullable(MessageTemplate),
  coupon_expiring: nullable(MessageTemplate),
})
export type MessageTemplates = Static<typeof MessageTemplates>

export const getMessageTemplates = route({
  method: 'GET',
  path: '/manage/message-templates',
  role: 'manager',
  summary: 'Which template of the WeChat console tells what; null is not told at all',
  response: MessageTemplates,
})

export const setMessageTemplates = route({
  method: 'PUT',
  path: '/manage/message-templates',
  role: 'manager',
  summary: 'Set the templates. Messages written before are sent by the new ones',
  body: MessageTemplates,
  response: MessageTemplates,
  errors: ['message.fact_unfit'],
})

export const MessageState = Type.Union([
  Type.Literal('due'),
  Type.Literal('sending'),
  Type.Literal('sent'),
  Type.Literal('skipped'),
  Type.Literal('failed'),
])

export const MessageView = Type.Object({
  id: Id,
  occasion: MessageOccasion,
  maskedMember: Type.String(),
  state: MessageState,
  reason: nullable(
    Type.String({
      description: 'no_template, no_grant, capped, expired, unknown_outcome, or what WeChat refused',
    }),
  ),
  errcode: nullable(Type.Integer()),
  page: Type.String(),
  createdAt: Instant,
  dueAt: Instant,
  sentAt: nullable(Instant),
})
export type MessageView = Static<typeof MessageView>

export const listMessages = route({
  method: 'GET',
  path: '/manage/messages',
  role: 'manager',
  summary: 'Messages to members, newest first, with what became of each',
  query: Type.Object({
    state: Type.Optional(MessageState),
    occasion: Type.Optional(MessageOccasion),
    ...PageQuery,
  }),
  response: Type.Intersect([
    page(MessageView),
    Type.Object({ counts: Type.Object({ due: Count, sent: Count, skipped: Count, failed: Count }) }),
  ]),
})
