import type { Refusal } from '@contract/errors'
import type { FreightRow, FreightView } from '@contract/freight'
import {
  type FreightFault,
  freightFaultText,
  freightTable,
  readFreightTable,
} from '@domain/pricing/freight-table'
import { ok, type Result, refuse } from '@domain/result'
import { eq } from 'drizzle-orm'
import { inTransaction, type Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { settings } from '../../schema/catalogue'
import { readSettings, saveSetting } from '../shop/settings'
import { recordAudit } from '../staff/audit'

/** The freight table, and when it was saved; never, where the shop still goes by the default. */
export async function freightView(db: Queryable): Promise<FreightView> {
  const { freight } = await readSettings(db)
  const [saved] = await db
    .select({ updatedAt: settings.updatedAt })
    .from(settings)
    .where(eq(settings.key, 'freight'))
  const rows = freightTable(freight).map((line) => ({ ...line, areas: [...line.areas] }))
  return { rows, updatedAt: saved?.updatedAt ?? null }
}

/** Replaces the freight table, all of it or nothing. A null staff member is the shop's own command line. */
export async function saveFreight(
  deps: Pick<Deps, 'db' | 'ids'>,
  rows: readonly FreightRow[],
  staffId: string | null,
  nowMs: number,
): Promise<Result<FreightView, Refusal>> {
  const read = readFreightTable(rows)
  if (!read.ok) return refuse(refusalOf(read.error))
  await inTransaction(deps.db, async (tx) => {
    await saveSetting(tx, 'freight', read.value, nowMs)
    await recordAudit(tx, deps.ids, {
      at: nowMs,
      actorStaffId: staffId,
      action: 'settings.freight',
      subject: 'freight',
      detail: JSON.stringify(freightTable(read.value)),
    })
  })
  return ok(await freightView(deps.db))
}

const refusalOf = (fault: FreightFault): Refusal => ({
  code: fault.code,
  message: `${freightFaultText(fault)}.`,
  ...(fault.row !== null && { field: `/body/rows/${fault.row}` }),
  detail: { row: fault.row, why: fault.why, area: fault.area },
})
