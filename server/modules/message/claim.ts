import { type Facts, fieldTexts } from '@domain/message/fields'
import { isMarketing, MARKETING_MANNERS, OCCASIONS, sendableFrom } from '@domain/message/occasions'
import { startOfDay } from '@domain/shop-time'
import { and, count, eq, gte, inArray, or } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { enqueue } from '../../platform/jobs/queue'
import { members } from '../../schema/member'
import { messages } from '../../schema/message'
import { isUnused } from '../coupon/expiry'
import { readSettings } from '../shop/settings'
import { takeGrant } from './grants'
import { aboutOf, sendJob } from './notify'

export type MessageRow = typeof messages.$inferSelect

/** A message that may go now: its member's acceptance is taken. */
export interface Sendable {
  readonly message: MessageRow
  readonly openid: string
  readonly templateId: string
  readonly data: Readonly<Record<string, string>>
}

/** The reasons for which the shop itself does not send. */
export type Skipped = 'no_template' | 'no_grant' | 'capped' | 'expired' | 'erased'

export const endMessage = (
  tx: Pick<Tx, 'update'>,
  id: string,
  end: {
    readonly state: 'due' | 'sending' | 'sent' | 'skipped' | 'failed'
    readonly reason?: string | null
    readonly errcode?: number | null
    readonly sentAt?: number
  },
) =>
  tx
    .update(messages)
    .set({ reason: null, errcode: null, ...end })
    .where(eq(messages.id, id))

/**
 * Takes a message into hand, or answers null where there is nothing to send. Under its lock: one that another worker
 * began and never ended may have arrived, so it is not sent again.
 */
export async function claimMessage(
  tx: Tx,
  deps: Deps,
  { messageId, round }: { readonly messageId: string; readonly round: number },
  nowMs: number,
): Promise<Sendable | null> {
  const [message] = await tx.select().from(messages).where(eq(messages.id, messageId)).for('update')
  if (!message) return null
  if (message.state === 'sending') {
    await endMessage(tx, messageId, { state: 'failed', reason: 'unknown_outcome' })
    return null
  }
  // What WeChat refused may be tried again by a manager who has mended the reason.
  const isOpen = message.state === 'due' || (message.state === 'failed' && message.errcode !== null)
  if (!isOpen) return null
  const from = isMarketing(message.occasion) ? sendableFrom(nowMs) : nowMs
  if (from > nowMs) {
    await enqueue(tx, sendJob(deps, messageId, round + 1, from, nowMs))
    return null
  }
  const found = await prepare(tx, message, nowMs)
  if (typeof found === 'string') {
    await endMessage(tx, messageId, { state: 'skipped', reason: found })
    return null
  }
  await endMessage(tx, messageId, { state: 'sending' })
  return found
}

async function prepare(tx: Tx, message: MessageRow, nowMs: number): Promise<Sendable | Skipped | string> {
  const { occasion, memberId } = message
  if (nowMs >= message.expiresAt) return 'expired'
  const { messageTemplates } = await readSettings(tx)
  const template = messageTemplates[occasion]
  if (!template) return 'no_template'
  const found = tx
    .select({ openid: members.openid, erasedAt: members.erasedAt })
    .from(members)
    .where(eq(members.id, memberId))
  // Two of a member's messages fall due together: who counts them holds the member, so that one sees the other.
  const [member] = await (isMarketing(occasion) ? found.for('no key update') : found)
  if (!member || member.erasedAt !== null) return 'erased'
  if (isMarketing(occasion) && (await isCapped(tx, memberId, nowMs))) return 'capped'
  if (occasion === 'coupon_expiring' && !(await isUnused(tx, aboutOf(message)))) return 'expired'
  const { data, missing } = fieldTexts(template.fields, message.facts as Facts)
  if (missing) return `unfit ${missing.key}`
  if (!(await takeGrant(tx, memberId, template.templateId))) return 'no_grant'
  return { message, openid: member.openid, templateId: template.templateId, data }
}

/** Whether the member has had enough marketing messages on this day of the shop. */
async function isCapped(tx: Tx, memberId: string, nowMs: number): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(messages)
    .where(
      and(
        eq(messages.memberId, memberId),
        inArray(messages.occasion, OCCASIONS.filter(isMarketing)),
        or(
          eq(messages.state, 'sending'),
          and(eq(messages.state, 'sent'), gte(messages.sentAt, startOfDay(nowMs))),
        ),
      ),
    )
  return (row?.n ?? 0) >= MARKETING_MANNERS.perDay
}
