import { randomUUID } from 'node:crypto'
import { figures, funnel, trend } from '@domain/figures/figures'
import { dayRange, previousRange, rangeOf } from '@domain/figures/range'
import type { OpenRow, OrderRow } from '@domain/figures/rows'
import { fen } from '@domain/money'
import { DAY_MS, startOfDay } from '@domain/shop-time'
import { seededRandom } from '../../../server/platform/random'
import { members } from '../../../server/schema/member'
import { keepOpenings, keepOrder } from '../../support/server/figure-history'
import { aProduct } from '../../support/server/order-builders'
import { aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const RANGES = ['today', '7d', '30d'] as const
const opens: OpenRow[] = []
const sold: OrderRow[] = []
let staff: StaffPerson[]

/** Forty days of openings and orders of thirty members with three staff members, a third of them near midnight. */
beforeAll(async () => {
  const random = seededRandom('figures')
  const pick = <T>(items: readonly T[]): T => items[random.integer(items.length)]!
  const moment = () => {
    const day = startOfDay(shop.clock.now()) - random.integer(40) * DAY_MS
    const inDay = random.integer(3) === 0 ? pick([0, 1, DAY_MS - 1]) : random.integer(DAY_MS)
    return Math.min(day + inDay, shop.clock.now())
  }
  staff = [await aStaffPerson(shop), await aStaffPerson(shop), await aStaffPerson(shop)]
  const product = await aProduct(shop)
  const memberIds = Array.from({ length: 30 }, () => randomUUID())
  const someStaff = () => pick([...staff.map(({ staffId }) => staffId), null])
  await shop.database.db
    .insert(members)
    .values(memberIds.map((id) => ({ id, appid: 'wx', openid: id, createdAt: 0, lastSeenAt: 0 })))

  for (let i = 0; i < 600; i++) {
    const isSuspect = random.integer(10) === 0
    opens.push({
      touchId: randomUUID(),
      memberId: pick(memberIds),
      at: moment(),
      staffId: someStaff(),
      groupId: null,
      isSuspect,
    })
  }
  for (let i = 0; i < 200; i++) {
    const paidAt = random.integer(4) === 0 ? null : moment()
    const createdAt = (paidAt ?? moment()) - pick([0, 60_000])
    const goodsPaid = fen(1 + random.integer(20_000))
    const goodsRefunded = paidAt !== null && random.integer(5) === 0 ? goodsPaid : fen(0)
    sold.push({
      orderId: randomUUID(),
      memberId: pick(memberIds),
      createdAt,
      paidAt,
      staffId: someStaff(),
      groupId: null,
      goodsPaid,
      goodsRefunded,
    })
  }
  await keepOpenings(shop.database.db, opens)
  for (const row of sold) await keepOrder(shop.database.db, row, product)
})

const workbench = async (person: StaffPerson, range: string) =>
  (await shop.call('GET', `/staff/workbench?range=${range}`, { token: person.token })).body
const cases = RANGES.flatMap((range) => [0, 1, 2].map((index) => [range, index] as const))

describe('the workbench', () => {
  it.each(cases)('counts over %s what a naive recount counts, for staff member %i', async (range, index) => {
    const person = staff[index]!
    const days = rangeOf(range, shop.clock.now())
    const scope = { staffId: person.staffId, groupId: null }
    const expected = figures(opens, sold, days, scope)
    const bps = (value: number | null) => (value === null ? null : Math.round(value * 10_000))

    const view = await workbench(person, range)

    expect(view).toMatchObject({
      from: days.from,
      to: days.until,
      opens: expected.opens,
      members: expected.uniqueMembers,
      newMembers: expected.newMembers,
      orders: expected.orders,
      netSalesFen: expected.netSales,
      conversion: { part: expected.conversion.numerator, whole: expected.conversion.denominator },
      repurchase: { part: expected.repurchase.numerator, whole: expected.repurchase.denominator },
      orderValueFen: expected.orderValue.value === null ? null : Math.round(expected.orderValue.value),
    })
    expect(view.conversion.bps).toBe(bps(expected.conversion.value))
    expect(view.funnel).toEqual(funnel(opens, sold, days, scope))
    expect(view.trend).toEqual(
      trend(opens, sold, days, scope).map((day) => ({
        day: day.day,
        opens: day.opens,
        orders: day.orders,
        netSalesFen: day.netSales,
      })),
    )
  })

  it('ranks the shop’s staff by net sales', async () => {
    const days = rangeOf('30d', shop.clock.now())
    const net = staff.map(
      ({ staffId }) => figures(opens, sold, days, { staffId, groupId: null }).netSales as number,
    )

    const places = await Promise.all(staff.map(async (person) => (await workbench(person, '30d')).rank))

    expect(places).toEqual(
      net.map((own) => ({ place: 1 + net.filter((other) => other > own).length, of: staff.length })),
    )
  })

  it('says of somebody new that there is nothing to divide by', async () => {
    const person = await aStaffPerson(shop)

    expect(await workbench(person, 'today')).toMatchObject({
      opens: 0,
      orders: 0,
      conversion: { part: 0, whole: 0, bps: null },
      orderValueFen: null,
      repurchase: { bps: null },
    })
  })
})

describe('figures of any days', () => {
  const RANGE_DAYS = { from: '2026-06-10', to: '2026-06-25' }
  const days = dayRange(RANGE_DAYS.from, RANGE_DAYS.to)
  const query = `from=${RANGE_DAYS.from}&to=${RANGE_DAYS.to}`
  let boss: StaffPerson
  beforeAll(async () => {
    boss = await aStaffPerson(shop, { role: 'manager' })
  })
  const ask = async (path: string, person = boss) =>
    (await shop.call('GET', path, { token: person.token })).body

  it('equal a naive recount, for the whole shop and for one of the staff', async () => {
    for (const staffId of [null, staff[0]!.staffId]) {
      const expected = figures(opens, sold, days, { staffId, groupId: null })
      const before = figures(opens, sold, previousRange(days), { staffId, groupId: null })

      const view = await ask(`/manage/figures?${query}${staffId === null ? '' : `&staffId=${staffId}`}`)

      expect(view).toMatchObject({
        opens: expected.opens,
        members: expected.uniqueMembers,
        newMembers: expected.newMembers,
        orders: expected.orders,
        buyers: expected.buyers,
        netSalesFen: expected.netSales,
        previous: { opens: before.opens, members: before.uniqueMembers, netSalesFen: before.netSales },
      })
      expect(view.funnel).toEqual(funnel(opens, sold, days, { staffId, groupId: null }))
    }
  })

  it.each([
    ['opens', 'opens'],
    ['members', 'members'],
    ['newMembers', 'newMembers'],
    ['orders', 'orders'],
    ['buyers', 'buyers'],
    ['converted', 'conversion'],
    ['repeaters', 'repurchase'],
    ['claims', 'claims'],
  ])('open as many rows as %s says, none twice', async (figure, field) => {
    const person = staff[1]!
    const view = await ask(`/staff/figures?${query}`, person)
    const rows: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`
      const page = await ask(`/staff/figures/rows?figure=${figure}&${query}&limit=50${more}`, person)
      rows.push(...page.items.map((row: { id: string }) => row.id))
      cursor = page.next
    }

    const number = typeof view[field] === 'object' ? view[field].part : view[field]
    expect(rows).toHaveLength(number)
    expect(new Set(rows).size).toBe(rows.length)
  })

  it('rank the staff as their own figures do', async () => {
    const { items } = await ask(`/staff/ranking?${query}`)

    for (const { staffId } of staff) {
      const expected = figures(opens, sold, days, { staffId, groupId: null })
      const row = items.find((item: { staffId: string }) => item.staffId === staffId)
      expect(row).toMatchObject({
        netSalesFen: expected.netSales,
        orders: expected.orders,
        opens: expected.opens,
        members: expected.uniqueMembers,
        conversion: { part: expected.conversion.numerator, whole: expected.conversion.denominator },
      })
    }
  })

  it('are a year at most, and of nobody else’s group', async () => {
    expect((await ask('/staff/figures?from=2025-01-01&to=2026-06-01')).code).toBe('request.invalid')
    expect((await ask('/staff/figures?from=2026-06-02&to=2026-06-01')).code).toBe('request.invalid')
    expect((await ask(`/staff/figures?${query}&groupId=${randomUUID()}`)).code).toBe('thing.not_found')
  })
})
