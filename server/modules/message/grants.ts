import type { AskMoment, MessageTemplates, reportSubscriptions, Subscription } from '@contract/message'
import type { BodyOf } from '@contract/route'
import { leftAfter, shouldAsk } from '@domain/message/ask'
import { ASKED_AT, OCCASIONS } from '@domain/message/occasions'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { inTransaction, type Queryable, type Tx } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { messageGrants, subscriptionAnswers } from '../../schema/message'
import { lockMember } from '../member/lock'
import { readSettings } from '../shop/settings'

type GrantRow = typeof messageGrants.$inferSelect
type Answers = BodyOf<typeof reportSubscriptions>['answers']

const ownTemplates = (templates: MessageTemplates) =>
  OCCASIONS.flatMap((occasion) => {
    const template = templates[occasion]
    return template ? [{ occasion, templateId: template.templateId, moment: ASKED_AT[occasion] }] : []
  })

/** What a member may be asked, at which tap, and what they have allowed so far. */
export async function subscriptionsOf(
  db: Queryable,
  memberId: string,
  moment: AskMoment | undefined,
  nowMs: number,
): Promise<Subscription[]> {
  const { messageTemplates } = await readSettings(db)
  const own = ownTemplates(messageTemplates).filter((each) => moment === undefined || each.moment === moment)
  const grants = await grantsOf(
    db,
    memberId,
    own.map(({ templateId }) => templateId),
  )
  return own.map((each) => {
    const grant = grants.find(({ templateId }) => templateId === each.templateId) ?? null
    return {
      ...each,
      left: grant?.left ?? 0,
      keepsChoice: grant?.keepsChoice ?? false,
      shouldAsk: shouldAsk(grant, nowMs),
    }
  })
}

async function grantsOf(db: Queryable, memberId: string, templateIds: string[]): Promise<GrantRow[]> {
  if (templateIds.length === 0) return []
  return db
    .select()
    .from(messageGrants)
    .where(and(eq(messageGrants.memberId, memberId), inArray(messageGrants.templateId, templateIds)))
}

/** Keeps what the member answered. Templates that are none of ours are passed over; the same report again counts nothing. */
export function keepAnswers(
  deps: Deps,
  report: { readonly memberId: string; readonly requestId: string; readonly answers: Answers },
  nowMs: number,
): Promise<void> {
  const { memberId, requestId, answers } = report
  return inTransaction(deps.db, async (tx) => {
    const { messageTemplates } = await readSettings(tx)
    const known = new Set(ownTemplates(messageTemplates).map(({ templateId }) => templateId))
    await lockMember(tx, memberId)
    for (const { templateId, answer, keepsChoice } of answers) {
      if (!known.has(templateId)) continue
      const id = deps.ids.next()
      const added = await tx
        .insert(subscriptionAnswers)
        .values({ id, memberId, requestId, templateId, answer, at: nowMs })
        .onConflictDoNothing()
        .returning({ id: subscriptionAnswers.id })
      if (added.length > 0) await grant(tx, { memberId, templateId, answer, keepsChoice }, nowMs)
    }
  })
}

async function grant(
  tx: Tx,
  { memberId, templateId, answer, keepsChoice }: Answers[number] & { readonly memberId: string },
  nowMs: number,
): Promise<void> {
  const [standing] = await grantsOf(tx, memberId, [templateId])
  const kept = {
    left: leftAfter(standing?.left ?? 0, answer),
    keepsChoice: keepsChoice ?? standing?.keepsChoice ?? false,
    lastAnswer: answer,
    answeredAt: nowMs,
  }
  await tx
    .insert(messageGrants)
    .values({ memberId, templateId, ...kept })
    .onConflictDoUpdate({ target: [messageGrants.memberId, messageGrants.templateId], set: kept })
}

/** Takes one allowed message; false where none is left. */
export async function takeGrant(tx: Tx, memberId: string, templateId: string): Promise<boolean> {
  const taken = await tx
    .update(messageGrants)
    .set({ left: sql`${messageGrants.left} - 1` })
    .where(and(ofMember(memberId, templateId), sql`${messageGrants.left} > 0`))
    .returning({ left: messageGrants.left })
  return taken.length > 0
}

/** WeChat has sent nothing: the member's acceptance still stands. */
export async function giveGrantBack(db: Queryable, memberId: string, templateId: string): Promise<void> {
  await db
    .update(messageGrants)
    .set({ left: sql`${messageGrants.left} + 1` })
    .where(ofMember(memberId, templateId))
}

/** WeChat knows better: the member allows nothing (any more). */
export async function clearGrant(db: Queryable, memberId: string, templateId: string): Promise<void> {
  await db.update(messageGrants).set({ left: 0 }).where(ofMember(memberId, templateId))
}

const ofMember = (memberId: string, templateId: string) =>
  and(eq(messageGrants.memberId, memberId), eq(messageGrants.templateId, templateId))
