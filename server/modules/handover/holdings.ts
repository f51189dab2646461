import type { Holdings } from '@domain/handover/divide'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { instantToText } from '../../platform/column-types'
import type { Queryable } from '../../platform/database'
import { bindings, groupOwners, groups, staff } from '../../schema/staff'

export interface Person {
  readonly staffId: string
  readonly name: string
  readonly role: 'staff' | 'manager'
}

/** Everybody who holds a post now, by id. */
export async function staffInService(db: Queryable): Promise<Map<string, Person>> {
  const rows = await db
    .select({ staffId: staff.id, name: staff.name, role: staff.role })
    .from(staff)
    .where(and(isNotNull(staff.memberId), isNull(staff.leftAt)))
  return new Map(rows.map((row) => [row.staffId, row]))
}

export interface Held extends Holdings {
  readonly groupNames: ReadonlyMap<string, string | null>
}

/** What a staff member has to hand over now. */
export async function holdingsOf(db: Queryable, staffId: string, nowMs: number): Promise<Held> {
  const bound = await db
    .select({ memberId: bindings.memberId })
    .from(bindings)
    .where(and(eq(bindings.staffId, staffId), isNull(bindings.until)))
    .orderBy(bindings.memberId)
  const owned = await db
    .select({ groupId: groupOwners.groupId, name: groups.name })
    .from(groupOwners)
    .innerJoin(groups, eq(groups.id, groupOwners.groupId))
    .where(and(eq(groupOwners.staffId, staffId), isNull(groupOwners.until)))
    .orderBy(groupOwners.since, groupOwners.groupId)
  return {
    memberIds: bound.map(({ memberId }) => memberId),
    groupIds: owned.map(({ groupId }) => groupId),
    groupNames: new Map(owned.map(({ groupId, name }) => [groupId, name])),
    openShares: await countOpenShares(db, staffId, nowMs),
  }
}

async function countOpenShares(db: Queryable, staffId: string, nowMs: number): Promise<number> {
  const { rows } = await db.$client.query<{ n: number }>({
    name: 'handover-open-shares',
    text: `select count(*) as n from shares where root_staff_id = $1 and depth = 0 and revoked_at is null
              and (expires_at is null or expires_at > $2)`,
    values: [staffId, instantToText(nowMs)],
  })
  return rows[0]?.n ?? 0
}

export interface Credit {
  readonly pendingFen: number
  readonly maturedFen: number
  readonly orders: number
}

/** What they hold in the ledger: it stays theirs, whatever is handed over, and matures for them. */
export async function creditOf(db: Queryable, staffId: string): Promise<Credit> {
  const { rows } = await db.$client.query<Credit>({
    name: 'handover-credit',
    text: `
      select coalesce(sum(line.net) filter (where not line.final), 0)::bigint as "pendingFen",
             coalesce(sum(line.net) filter (where line.final), 0)::bigint as "maturedFen",
             (select count(*) from order_credits c where c.staff_id = $1) as orders
        from (
          select sum(e.amount_fen) as net,
                 exists (select 1 from ledger_entries m
                          where m.order_line_id = e.order_line_id and m.order_id = e.order_id and m.kind = 'matured') as final
            from ledger_entries e where e.staff_id = $1 group by e.order_id, e.order_line_id
        ) line`,
    values: [staffId],
  })
  return rows[0] ?? { pendingFen: 0, maturedFen: 0, orders: 0 }
}

/** Open invitations a leaving manager has made. */
export async function countInvitationsBy(db: Queryable, staffId: string, nowMs: number): Promise<number> {
  const { rows } = await db.$client.query<{ n: number }>(
    `select count(*) as n from staff_invitations
      where created_by = $1 and used_at is null and revoked_at is null and expires_at > $2`,
    [staffId, instantToText(nowMs)],
  )
  return rows[0]?.n ?? 0
}
