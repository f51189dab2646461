import type { DaySpan } from '@domain/figures/days'
import type { TimeRange } from '@domain/figures/rows'
import { DAY_MS, dayNumberOf, SHOP_OFFSET_MS } from '@domain/shop-time'
import type { Queryable } from '../../platform/database'

/** The days a range of whole days covers. */
export const spanOf = ({ from, until }: TimeRange): DaySpan => ({
  from: dayNumberOf(from),
  until: dayNumberOf(until),
})

/** From the midnight the span begins at to the one it ends at, in the shop. */
export const rangeOfSpan = ({ from, until }: DaySpan): TimeRange => ({
  from: from * DAY_MS - SHOP_OFFSET_MS,
  until: until * DAY_MS - SHOP_OFFSET_MS,
})

/** Which days of a span are rolled up and unchanged since, and which stretches must be counted anew. */
export interface KeptDays {
  readonly kept: readonly number[]
  readonly live: readonly DaySpan[]
}

const KEPT = {
  name: 'figures-kept-days',
  text: `
    select f.day from figure_days f
     where f.day >= $1 and f.day < $2 and not exists (select 1 from figure_stale s where s.day = f.day)
     order by f.day`,
} as const

/** What of a span stands ready. A change committed before this was asked is seen: its day is counted anew. */
export async function keptDays(db: Queryable, span: DaySpan): Promise<KeptDays> {
  const { rows } = await db.$client.query<{ day: number }>({ ...KEPT, values: [span.from, span.until] })
  const kept = rows.map(({ day }) => day)
  return { kept, live: gapsIn(span, kept) }
}

function gapsIn({ from, until }: DaySpan, sorted: readonly number[]): DaySpan[] {
  const gaps: DaySpan[] = []
  let next = from
  for (const day of [...sorted, until]) {
    if (day > next) gaps.push({ from: next, until: day })
    next = day + 1
  }
  return gaps
}
