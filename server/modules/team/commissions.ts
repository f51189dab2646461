import type { Refusal } from '@contract/errors'
import type { BodyOf } from '@contract/route'
import type { CommissionView, saveCommissions as saveRoute } from '@contract/team'
import { ok, type Result, refuse } from '@domain/result'
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { categories } from '../../schema/catalogue'
import { categoryCommissions } from '../../schema/credit'
import { staff } from '../../schema/staff'
import { recordAudit } from '../staff/audit'

/** The rates of staff in service and of every category. */
export async function commissionView(db: Queryable): Promise<CommissionView> {
  const people = await db
    .select({ staffId: staff.id, name: staff.name, bps: staff.commissionBps })
    .from(staff)
    .where(and(isNotNull(staff.memberId), isNull(staff.leftAt)))
    .orderBy(asc(staff.joinedAt), asc(staff.id))
  const ofCategories = await db
    .select({ categoryId: categories.id, name: categories.name, bps: categoryCommissions.bps })
    .from(categories)
    .leftJoin(categoryCommissions, eq(categoryCommissions.categoryId, categories.id))
    .orderBy(asc(categories.position), asc(categories.id))
  return { staff: people, categories: ofCategories }
}

/** Saves rates for later orders; what is not named stays. */
export async function saveCommissions(
  deps: Deps,
  caller: StaffCaller,
  rates: BodyOf<typeof saveRoute>,
  nowMs: number,
): Promise<Result<CommissionView, Refusal>> {
  const saved = await inTransaction(deps.db, async (tx): Promise<Result<null, Refusal>> => {
    for (const { staffId, bps } of rates.staff ?? []) {
      const found = await tx
        .update(staff)
        .set({ commissionBps: bps })
        .where(and(eq(staff.id, staffId), isNull(staff.leftAt)))
        .returning({ id: staff.id })
      if (found.length === 0) return refuse({ ...NOT_FOUND, field: '/body/staff' })
    }
    for (const { categoryId, bps } of rates.categories ?? []) {
      const [known] = await tx
        .select({ id: categories.id })
        .from(categories)
        .where(eq(categories.id, categoryId))
      if (!known) return refuse({ ...NOT_FOUND, field: '/body/categories' })
      await saveCategory(tx, categoryId, bps, nowMs)
    }
    const detail = JSON.stringify(rates)
    const audit = {
      at: nowMs,
      actorStaffId: caller.staff.staffId,
      action: 'commission.saved',
      subject: 'rates',
      detail,
    }
    await recordAudit(tx, deps.ids, audit)
    return ok(null)
  })
  return saved.ok ? ok(await commissionView(deps.db)) : saved
}

/** null leaves the rate to the staff member. */
async function saveCategory(
  db: Queryable,
  categoryId: string,
  bps: number | null,
  at: number,
): Promise<void> {
  if (bps === null) {
    await db.delete(categoryCommissions).where(eq(categoryCommissions.categoryId, categoryId))
    return
  }
  await db
    .insert(categoryCommissions)
    .values({ categoryId, bps, updatedAt: at })
    .onConflictDoUpdate({
      target: categoryCommissions.categoryId,
      set: { bps: sql`excluded.bps`, updatedAt: sql`excluded.updated_at` },
    })
}
