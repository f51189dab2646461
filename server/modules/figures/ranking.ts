import type { RankingRow } from '@contract/figures'
import { type DayRow, sumOfDays } from '@domain/figures/days'
import type { TimeRange } from '@domain/figures/rows'
import type { StaffCaller } from '../../platform/caller'
import type { Queryable } from '../../platform/database'
import { dayRows, salesByStaff } from './day-rows'
import { spanOf } from './kept-days'
import { fraction } from './service'

interface Person {
  readonly staffId: string
  readonly name: string
  readonly title: string
}

const IN_SERVICE = {
  name: 'figures-staff-in-service',
  text: `select id as "staffId", name, title from staff
          where left_at is null and member_id is not null order by joined_at, id`,
} as const

const peopleIn = async (db: Queryable): Promise<Person[]> => (await db.$client.query<Person>(IN_SERVICE)).rows

/** Staff in service by net sales, equal sums sharing a place. */
export async function ranking(db: Queryable, caller: StaffCaller, range: TimeRange): Promise<RankingRow[]> {
  const span = spanOf(range)
  const [people, rows] = await Promise.all([
    peopleIn(db),
    dayRows(db, { staffId: null, groupId: null }, span),
  ])
  const byStaff = new Map<string, DayRow[]>(people.map(({ staffId }) => [staffId, []]))
  for (const row of rows) if (row.staffId !== null) byStaff.get(row.staffId)?.push(row)
  const sold = people.map((person) => ({ person, sums: sumOfDays(byStaff.get(person.staffId) ?? [], span) }))
  const placeOf = placesBy(sold.map(({ sums }) => sums.netSales))
  return sold
    .map(({ person, sums }) => ({
      place: placeOf(sums.netSales),
      ...person,
      isMe: person.staffId === caller.staff.staffId,
      netSalesFen: sums.netSales,
      orders: sums.orders,
      opens: sums.opens,
      members: sums.members,
      conversion: fraction(sums.openedBuyers, sums.members),
    }))
    .sort((a, b) => a.place - b.place)
}

/** Place by net sales among the staff in service; null for somebody who is not. */
export async function placeOfStaff(
  db: Queryable,
  staffId: string,
  range: TimeRange,
): Promise<{ place: number; of: number } | null> {
  const [people, sales] = await Promise.all([peopleIn(db), salesByStaff(db, spanOf(range))])
  if (!people.some((person) => person.staffId === staffId)) return null
  const net = (id: string) => sales.get(id) ?? 0
  const placeOf = placesBy(people.map((person) => net(person.staffId)))
  return { place: placeOf(net(staffId)), of: people.length }
}

/** One more than those who sold more. */
const placesBy =
  (all: readonly number[]) =>
  (own: number): number =>
    1 + all.filter((other) => other > own).length
