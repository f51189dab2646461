import type { HandoverRow } from '@contract/handover'
import { DAY_MS } from '@domain/shop-time'
import type { Queryable } from '../../platform/database'

/** How long a handover can be undone. */
export const UNDO_WITHIN_MS = DAY_MS

type Row = Omit<HandoverRow, 'canUndoUntil' | 'moves'> & {
  readonly moves: (HandoverRow['moves'][number] & Record<string, unknown>)[]
}

const HANDOVERS = `
  select h.id, h.staff_id as "staffId", s.name, h.form, h.at, b.name as by, h.reason, h.moves,
         h.undone_at as "undoneAt", u.name as "undoneBy"
    from handovers h
    join staff s on s.id = h.staff_id
    join staff b on b.id = h.by_staff_id
    left join staff u on u.id = h.undone_by`

/** Handovers, newest first, at most 100. */
export async function listHandovers(db: Queryable, nowMs: number): Promise<HandoverRow[]> {
  const text = `${HANDOVERS} order by h.at desc, h.id desc limit 100`
  const { rows } = await db.$client.query<Row>({ name: 'handovers', text })
  return rows.map((row) => viewOf(row, nowMs))
}

export async function handoverRow(db: Queryable, id: string, nowMs: number): Promise<HandoverRow | null> {
  const text = `${HANDOVERS} where h.id = $1`
  const { rows } = await db.$client.query<Row>({ name: 'handover-one', text, values: [id] })
  return rows[0] ? viewOf(rows[0], nowMs) : null
}

function viewOf(row: Row, nowMs: number): HandoverRow {
  const until = row.at + UNDO_WITHIN_MS
  return { ...row, canUndoUntil: row.undoneAt === null && nowMs < until ? until : null }
}
