import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import { instantToText } from '../../platform/column-types'
import { inTransaction, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { lockMember } from '../member/lock'
import { recordAudit } from '../staff/audit'
import { staffSelfOf } from '../staff/store'

export interface Erased {
  readonly erasedAt: number
  readonly ordersKept: number
}

/**
 * Erases a member: what names them goes, what money rests on stays under a pseudonym, so that the ledger stays
 * balanced. The next login of the same person is a new member. Refused while something is under way.
 */
export function eraseMember(deps: Deps, memberId: string, nowMs: number): Promise<Result<Erased, Refusal>> {
  return inTransaction(deps.db, async (tx): Promise<Result<Erased, Refusal>> => {
    await lockMember(tx, memberId)
    if (await staffSelfOf(tx, memberId)) return refuse(HAS_POST)
    const underWay = await countUnderWay(tx, memberId)
    if (underWay > 0) return refuse({ ...ORDER_OPEN, detail: { orders: underWay } })
    const pseudonym = `erased:${deps.ids.next()}`
    for (const { text, values } of steps(memberId, pseudonym, instantToText(nowMs))) {
      await tx.$client.query(text, values)
    }
    const audit = { at: nowMs, actorStaffId: null, action: 'member.erased', subject: memberId, detail: '' }
    await recordAudit(tx, deps.ids, audit)
    return ok({ erasedAt: nowMs, ordersKept: await countOrders(tx, memberId) })
  })
}

/** Unpaid, on its way, or with money or goods still going back. */
async function countUnderWay(tx: Tx, memberId: string): Promise<number> {
  const { rows } = await tx.$client.query<{ n: number }>(
    `select count(*) as n from orders o
      where o.member_id = $1 and (
        o.state in ('unpaid', 'paid', 'shipped')
        or exists (select 1 from refunds r where r.order_id = o.id and r.state in ('requested', 'processing', 'abnormal'))
        or exists (select 1 from after_sales a where a.order_id = o.id
                      and a.state not in ('refused', 'withdrawn', 'refunded')))`,
    [memberId],
  )
  return rows[0]?.n ?? 0
}

async function countOrders(tx: Tx, memberId: string): Promise<number> {
  const { rows } = await tx.$client.query<{ n: number }>(
    'select count(*) as n from orders where member_id = $1',
    [memberId],
  )
  return rows[0]?.n ?? 0
}

interface Step {
  readonly text: string
  readonly values: unknown[]
}

/** What goes and what is blanked, table by table; `domain/trust/personal-data` tells members the same in words. */
const steps = (memberId: string, pseudonym: string, now: string): Step[] => [
  {
    text: `update members set openid = $2, unionid = null, nickname = null, phone = null, personalised = false,
             erased_at = $3 where id = $1`,
    values: [memberId, pseudonym, now],
  },
  {
    text: `update sessions set ended_at = coalesce(ended_at, $3), sealed_session_key = '',
             token_hash = $2 || ':' || id where member_id = $1`,
    values: [memberId, pseudonym, now],
  },
  {
    text: `update orders set remark = '', address = address || '{"name":"已注销","phone":"","detail":""}'::jsonb
            where member_id = $1`,
    values: [memberId],
  },
  {
    text: `update touches set group_note = null, path = split_part(path, '?', 1) where member_id = $1`,
    values: [memberId],
  },
  { text: `update bindings set until = $2 where member_id = $1 and until is null`, values: [memberId, now] },
  ...[
    'addresses',
    'cart_lines',
    'member_tags',
    'member_contacts',
    'message_grants',
    'subscription_answers',
  ].map((table): Step => ({ text: `delete from ${table} where member_id = $1`, values: [memberId] })),
  { text: `update after_sales set note = '' where member_id = $1`, values: [memberId] },
  {
    text: `update invoices set state = 'withdrawn', title_kind = 'personal', title = '已注销', tax_number = null
            where member_id = $1 and state <> 'issued'`,
    values: [memberId],
  },
  {
    text: 'update invoices set email = null where member_id = $1',
    values: [memberId],
  },
]

const HAS_POST: Refusal = {
  code: 'privacy.has_post',
  message: 'A staff member leaves their post first.',
}
const ORDER_OPEN: Refusal = {
  code: 'privacy.order_open',
  message: 'An order is under way; erase yourself when it is done.',
}
