import type { Refusal } from '@contract/errors'
import type { QueryOf, ResponseOf } from '@contract/route'
import type { CreditedOrder, CreditedOrderDetail, listCreditedOrders } from '@contract/staff'
import { type Audience, explain, type Names } from '@domain/attribution/explain'
import type { Attribution } from '@domain/attribution/types'
import { rangeOf } from '@domain/figures/range'
import { maskName } from '@domain/member/mask'
import { ok, type Result, refuse } from '@domain/result'
import { momentText } from '@domain/shop-time'
import type { Config } from '../../config'
import type { StaffCaller } from '../../platform/caller'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Deps } from '../../platform/deps'
import { pictureOf } from '../catalogue/pictures'
import { type CreditedRow, creditedOrder, creditedPage, hasHeld, ledgerLinesOf } from './credited-store'
import { namesFor } from './names'
import { VERDICT_TEXTS } from './verdict-texts'

const PAGE = 20

/** The paid orders behind a staff member's figures, each with the sentence that explains it. */
export async function listCredited(
  { db, config }: Deps,
  caller: StaffCaller,
  { range, cursor, limit = PAGE }: QueryOf<typeof listCreditedOrders>,
  nowMs: number,
): Promise<ResponseOf<typeof listCreditedOrders>> {
  const days = range === undefined ? null : rangeOf(range, nowMs)
  const rows = await creditedPage(db, {
    staffId: caller.staff.staffId,
    from: days?.from ?? null,
    until: days?.until ?? null,
    after: keysOf(cursor, ['number', 'uuid']),
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const names = await namesFor(db, shown.map(decisionOf))
  const last = shown.at(-1)
  return {
    items: shown.map((row) => creditedView(config, row, names, 'staff')),
    next: rows.length > limit && last ? cursorOf(last.paidAt ?? 0, last.id) : null,
  }
}

/** One order credited to me, or for managers any: its reason, every candidate with its verdict, its ledger lines. */
export async function creditedDetail(
  { db, config }: Deps,
  caller: StaffCaller,
  id: string,
): Promise<Result<CreditedOrderDetail, Refusal>> {
  const row = await creditedOrder(db, id)
  if (!row) return refuse(NOT_FOUND)
  const { staffId, role } = caller.staff
  const isMine = row.holderId === staffId
  // Credit that was corrected away can still be looked at by whom it was taken from.
  if (!isMine && role !== 'manager' && !(await hasHeld(db, id, staffId))) return refuse(NOT_FOUND)
  const decision = decisionOf(row)
  const names = await namesFor(db, [decision])
  return ok({
    ...creditedView(config, row, names, isMine ? 'staff' : 'manager'),
    candidates: candidatesView(decision, names),
    policyVersion: row.policyVersion,
    ledger: await ledgerLinesOf(db, row.id),
  })
}

// Written by `saveAttribution` from this very type, and the database refuses to change it.
export const decisionOf = (row: CreditedRow): Attribution => row.decision as Attribution

/** An order as its reader may see it: the customer masked, the reason in one sentence. */
export function creditedView(
  config: Pick<Config, 'dataDir' | 'simulated'>,
  row: CreditedRow,
  names: Names,
  audience: Audience,
): CreditedOrder {
  return {
    id: row.id,
    number: row.number,
    state: row.state as CreditedOrder['state'],
    createdAt: row.createdAt,
    paidAt: row.paidAt,
    maskedMember: maskName(row.memberName),
    itemCount: row.itemCount,
    firstTitle: row.firstTitle,
    picture: row.image === null ? null : pictureOf(config, row.image),
    payableFen: row.payableFen,
    creditFen: row.creditFen,
    groupName: row.groupName,
    reason: row.reason,
    sentence: sentenceOf(row, names, audience),
  }
}

/** Why the credit is where it is: by the rules, or by a manager's word. */
function sentenceOf(row: CreditedRow, names: Names, audience: Audience): string {
  const sentence = explain(decisionOf(row), names, audience)
  if (row.correctedAt === null) return sentence
  const holder = audience === 'staff' ? '你' : (row.holderName ?? '无人归属')
  return `${momentText(row.correctedAt)} 店长更正给${holder}：${row.correctionReason}（原先：${sentence}）`
}

const candidatesView = (decision: Attribution, names: Names): CreditedOrderDetail['candidates'] =>
  decision.candidates.map(({ kind, staffId, foundStaffId, at, verdict }) => {
    const named = staffId ?? foundStaffId
    return {
      kind,
      staffName: named === null ? null : (names.staff[named] ?? null),
      at,
      verdict,
      text: VERDICT_TEXTS[verdict],
    }
  })

const NOT_FOUND: Refusal = { code: 'thing.not_found', message: 'No order under this id is credited to you.' }
