import type { AttributionPolicy } from '@domain/attribution/policy'
import type { AttributionFacts, BindingFact } from '@domain/attribution/types'
import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { members } from '../../schema/member'
import { bindings, staff } from '../../schema/staff'
import { loadOwnerships } from '../group/store'
import { loadLeavers } from '../staff/leavers'
import { lastPaidThrough } from './last-paid'
import { touchFacts } from './touch-facts'

/** All that is known at the moment of an order and could earn it: what `decide` looks at and the order keeps. */
export async function loadFacts(
  db: Queryable,
  { memberId, orderedAt }: { readonly memberId: string; readonly orderedAt: number },
  policy: AttributionPolicy,
): Promise<AttributionFacts> {
  const touches = await touchFacts(db, memberId, orderedAt, policy)
  const groupIds = new Set(touches.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])))
  const leavers = await loadLeavers(db, memberId)
  const buyer = await buyerFacts(db, memberId, orderedAt)
  const bound = await bindingAt(db, memberId, orderedAt)
  return {
    orderedAt,
    memberId,
    ...buyer,
    touches,
    ownerships: await loadOwnerships(db, [...groupIds]),
    binding: bound && {
      ...bound,
      lastPaidAt: await lastPaidThrough(db, memberId, bound.staffId, leavers, orderedAt),
    },
    leavers,
  }
}

async function buyerFacts(
  db: Queryable,
  memberId: string,
  orderedAt: number,
): Promise<Pick<AttributionFacts, 'buyerStaffId' | 'isMemberBlocked'>> {
  const [buyer] = await db
    .select({ blockedAt: members.blockedAt, staffId: staff.id })
    .from(members)
    .leftJoin(
      staff,
      and(eq(staff.memberId, members.id), or(isNull(staff.leftAt), gt(staff.leftAt, orderedAt))),
    )
    .where(eq(members.id, memberId))
  if (!buyer) throw new Error('an order of a member who is not there')
  const isMemberBlocked = buyer.blockedAt !== null && buyer.blockedAt <= orderedAt
  return { buyerStaffId: buyer.staffId, isMemberBlocked }
}

async function bindingAt(
  db: Queryable,
  memberId: string,
  orderedAt: number,
): Promise<Omit<BindingFact, 'lastPaidAt'> | null> {
  const [row] = await db
    .select({ staffId: bindings.staffId, since: bindings.since, source: bindings.source })
    .from(bindings)
    .where(
      and(
        eq(bindings.memberId, memberId),
        lte(bindings.since, orderedAt),
        or(isNull(bindings.until), gt(bindings.until, orderedAt)),
      ),
    )
    .orderBy(desc(bindings.since))
    .limit(1)
  return row ?? null
}
