import { type Fen, fen } from '@domain/money'
import type { Queryable } from '../../platform/database'

/**
 * Merchandise paid less merchandise refunded, of orders paid since `since`, by member: what the ledger's lines of
 * them sum to. A member without such orders is absent.
 */
export async function netSpends(
  db: Queryable,
  memberIds: readonly string[],
  since: number,
): Promise<Map<string, Fen>> {
  const { rows } = await db.$client.query<{ member_id: string; spent: number }>({
    name: 'member-net-spends',
    text: `select o.member_id, sum(e.amount_fen)::bigint as spent
             from orders o join ledger_entries e on e.order_id = o.id
            where o.member_id = any($1) and o.paid_at >= $2
            group by o.member_id`,
    values: [memberIds, new Date(since).toISOString()],
  })
  return new Map(rows.map((row) => [row.member_id, fen(row.spent)]))
}
