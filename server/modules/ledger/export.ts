import type { TimeRange } from '@domain/figures/rows'
import type { EntryKind } from '@domain/ledger/entry'
import { fen, yuanText } from '@domain/money'
import { shopTime } from '@domain/shop-time'
import { stringify } from 'csv-stringify/sync'
import { instantToText } from '../../platform/column-types'
import type { Queryable } from '../../platform/database'

interface Exported {
  readonly id: string
  readonly at: number
  readonly kind: EntryKind
  readonly orderNumber: string
  readonly lineTitle: string
  readonly spec: Record<string, string>
  readonly units: number
  readonly staffName: string | null
  readonly groupName: string | null
  readonly hasGroup: boolean
  readonly amountFen: number
  readonly commissionBps: number | null
  readonly commissionFen: number
  readonly reason: string | null
  readonly key: string
}

/** Excel takes a file for UTF-8 only by this mark. */
const BYTE_ORDER_MARK = '\ufeff'
const PAGE = 5000

const KINDS: Record<EntryKind, string> = {
  earned: '入账',
  matured: '生效',
  reversed: '退款冲回',
  corrected: '更正',
}

const HEADER = [
  '时间',
  '类型',
  '订单号',
  '商品',
  '规格',
  '件数',
  '导购',
  '群',
  '业绩（元）',
  '佣金比例（%）',
  '佣金（元）',
  '原因',
  '流水号',
]

/**
 * The ledger of a range as CSV for Excel: UTF-8 with its mark, lines ended as Windows does. Text that a spreadsheet
 * would run as a formula is kept text, and so is the order number, whose digits Excel would round.
 */
export async function exportLedger(db: Queryable, range: TimeRange, staffId: string | null): Promise<string> {
  const lines = [HEADER]
  let after: Exported | null = null
  for (;;) {
    const rows: Exported[] = await page(db, range, staffId, after)
    lines.push(...rows.map(cellsOf))
    after = rows.at(-1) ?? null
    if (after === null || rows.length < PAGE)
      return BYTE_ORDER_MARK + stringify(lines, { record_delimiter: 'windows' })
  }
}

async function page(
  db: Queryable,
  { from, until }: TimeRange,
  staffId: string | null,
  after: Exported | null,
): Promise<Exported[]> {
  const { rows } = await db.$client.query<Exported>({
    name: 'ledger-export',
    text: `select e.id, e.at, e.kind, o.number as "orderNumber", l.title as "lineTitle", l.spec, e.units,
                  s.name as "staffName", g.name as "groupName", e.group_id is not null as "hasGroup",
                  e.amount_fen as "amountFen", e.commission_bps as "commissionBps",
                  e.commission_fen as "commissionFen", k.reason, e.key
             from ledger_entries e
             join orders o on o.id = e.order_id
             join order_lines l on l.id = e.order_line_id
             left join staff s on s.id = e.staff_id
             left join groups g on g.id = e.group_id
             left join corrections k on k.id = e.cause_id and e.kind = 'corrected'
            where e.at >= $1 and e.at < $2 and ($3::uuid is null or e.staff_id = $3)
              and ($4::timestamptz is null or (e.at, e.id) > ($4, $5::uuid))
            order by e.at, e.id limit ${PAGE}`,
    values: [
      instantToText(from),
      instantToText(until),
      staffId,
      after && instantToText(after.at),
      after?.id ?? null,
    ],
  })
  return rows
}

const cellsOf = (row: Exported): string[] => [
  timeText(row.at),
  KINDS[row.kind],
  asText(row.orderNumber),
  plain(row.lineTitle),
  plain(Object.values(row.spec).join(' ')),
  String(row.units),
  plain(row.staffName ?? '无人归属'),
  plain(row.groupName ?? (row.hasGroup ? '未命名的群' : '')),
  yuanText(fen(row.amountFen)),
  row.commissionBps === null ? '' : (row.commissionBps / 100).toFixed(2),
  yuanText(fen(row.commissionFen)),
  plain(row.reason ?? ''),
  plain(row.key),
]

const two = (n: number): string => String(n).padStart(2, '0')

function timeText(at: number): string {
  const { year, month, day, hour, minute, second } = shopTime(at)
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}

/** A leading quote mark keeps a spreadsheet from running the cell (OWASP: CSV injection). */
export const plain = (text: string): string =>
  /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text

/** Twenty digits are a text to us and a rounded number to Excel; the tab is invisible there. */
const asText = (digits: string): string => (/^\d{12,}$/.test(digits) ? `${digits}\t` : plain(digits))
