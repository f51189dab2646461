import { randomUUID } from 'node:crypto'
import { claimsIn } from '@domain/figures/claims'
import { figures, funnel, trend } from '@domain/figures/figures'
import { dayRange, previousRange } from '@domain/figures/range'
import type { ClaimRow, FigureScope, OpenRow, OrderRow } from '@domain/figures/rows'
import { fen } from '@domain/money'
import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { rollUpFigures } from '../../../server/modules/figures/roll-up'
import { inTransaction } from '../../../server/platform/database'
import { seededRandom } from '../../../server/platform/random'
import { members } from '../../../server/schema/member'
import { groups } from '../../../server/schema/staff'
import { touches } from '../../../server/schema/touch'
import {
  keepCampaign,
  keepClaims,
  keepCorrection,
  keepOpenings,
  keepOrder,
  keepPayment,
  keepRefund,
} from '../../support/server/figure-history'
import { aProduct, type TestProduct } from '../../support/server/order-builders'
import { aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const DAYS = 20
const shop = openWeChatShop()
const random = seededRandom('recount')
const opens: OpenRow[] = []
const sold: OrderRow[] = []
const claims: ClaimRow[] = []
const memberIds = Array.from({ length: 12 }, () => randomUUID())
const groupIds = [randomUUID(), randomUUID()]
let boss: StaffPerson
let staff: StaffPerson[]
let product: TestProduct
let campaignId: string
const db = () => shop.database.db

const passes = (ms: number) => shop.clock.setOffsetMs(shop.clock.offsetMs() + ms)
const pick = <T>(items: readonly T[]): T => items[random.integer(items.length)]!
const someMember = () => pick(memberIds)
const someStaff = () => pick([...staff.map(({ staffId }) => staffId), null])
const someGroup = () => pick([...groupIds, null])

/** Of the last days, a third of them beside midnight; never after now. */
function moment(): number {
  const day = startOfDay(shop.clock.now()) - random.integer(DAYS) * DAY_MS
  const inDay = random.integer(3) === 0 ? pick([0, 1, DAY_MS - 1]) : random.integer(DAY_MS)
  return Math.min(day + inDay, shop.clock.now())
}

const replace = <T>(rows: T[], old: T, next: T): void => {
  rows[rows.indexOf(old)] = next
}

async function opening(): Promise<void> {
  const row = {
    touchId: randomUUID(),
    memberId: someMember(),
    at: moment(),
    staffId: someStaff(),
    groupId: someGroup(),
    isSuspect: random.integer(8) === 0,
  }
  opens.push(row)
  await keepOpenings(db(), [row])
}

async function order(): Promise<void> {
  const createdAt = moment()
  const paidAt =
    random.integer(3) === 0 ? null : Math.min(createdAt + pick([1000, 15 * HOUR_MS]), shop.clock.now())
  const row = {
    orderId: randomUUID(),
    memberId: someMember(),
    createdAt,
    paidAt,
    staffId: someStaff(),
    groupId: someGroup(),
    goodsPaid: fen(100 + random.integer(9000)),
    goodsRefunded: fen(0),
  }
  sold.push(row)
  await keepOrder(db(), row, product)
}

/** Half of them soon after an opening, so that there is somebody to count them to. */
async function claim(): Promise<void> {
  const behind = pick(opens)
  const isFollowing = random.integer(2) === 0
  const row = {
    couponId: randomUUID(),
    memberId: isFollowing ? behind.memberId : someMember(),
    claimedAt: isFollowing ? behind.at + pick([0, HOUR_MS, 23 * HOUR_MS]) : moment(),
    isUpgrade: random.integer(6) === 0,
  }
  claims.push(row)
  await keepClaims(db(), campaignId, [row])
}

async function suspicion(): Promise<void> {
  const row = pick(opens)
  const isSuspect = !row.isSuspect
  replace(opens, row, { ...row, isSuspect })
  const suspectRule = isSuspect ? 'flood' : null
  await db().update(touches).set({ suspectRule }).where(eq(touches.id, row.touchId))
}

async function proofOfGroup(): Promise<void> {
  const row = pick(opens.filter(({ groupId }) => groupId === null))
  const next = { ...row, groupId: pick(groupIds), staffId: row.staffId ?? someStaff() }
  replace(opens, row, next)
  const { groupId, staffId } = next
  await db()
    .update(touches)
    .set({ groupId, staffId, groupState: 'proven' })
    .where(eq(touches.id, row.touchId))
}

async function payment(): Promise<void> {
  const row = sold.find(({ paidAt }) => paidAt === null)
  if (!row) return order()
  const paidAt = Math.min(row.createdAt + 12 * HOUR_MS, shop.clock.now())
  replace(sold, row, { ...row, paidAt })
  await keepPayment(db(), row, paidAt)
}

async function refund(): Promise<void> {
  const row = pick(
    sold.filter(({ paidAt, goodsPaid, goodsRefunded }) => paidAt !== null && goodsRefunded < goodsPaid),
  )
  const amount = pick([row.goodsPaid - row.goodsRefunded, 1])
  replace(sold, row, { ...row, goodsRefunded: fen(row.goodsRefunded + amount) })
  await keepRefund(db(), row, amount, shop.clock.now())
}

async function correction(): Promise<void> {
  const row = pick(sold.filter(({ paidAt }) => paidAt !== null))
  const staffId = someStaff()
  if (staffId === row.staffId) return
  replace(sold, row, { ...row, staffId })
  passes(1000)
  await keepCorrection(db(), row, staffId, shop.clock.now())
}

const HAPPENINGS = [opening, opening, order, claim, suspicion, proofOfGroup, payment, refund, correction]

beforeAll(async () => {
  boss = await aStaffPerson(shop, { role: 'manager' })
  staff = [await aStaffPerson(shop), await aStaffPerson(shop)]
  product = await aProduct(shop)
  campaignId = await keepCampaign(db(), shop.clock.now())
  await db()
    .insert(members)
    .values(memberIds.map((id) => ({ id, appid: 'wx', openid: id, createdAt: 0, lastSeenAt: 0 })))
  await db()
    .insert(groups)
    .values(groupIds.map((id) => ({ id, appid: 'wx', opengid: id, firstSeenAt: 0 })))
  for (let i = 0; i < 120; i++) await opening()
  for (let i = 0; i < 50; i++) await order()
  for (let i = 0; i < 40; i++) await claim()
})

/** Asks over HTTP for every kind of scope, and compares with a count of every row by the definitions alone. */
async function compare(): Promise<void> {
  const now = shop.clock.now()
  const asked: [FigureScope, number, number][] = [
    [{ staffId: null, groupId: null }, 9, 0],
    [{ staffId: staff[0]!.staffId, groupId: null }, 6, 0],
    [{ staffId: null, groupId: groupIds[0]! }, 12, 3],
    [{ staffId: staff[1]!.staffId, groupId: groupIds[1]! }, DAYS, 0],
  ]
  for (const [scope, back, until] of asked) {
    const [from, to] = [dayOf(now - back * DAY_MS), dayOf(now - until * DAY_MS)]
    const range = dayRange(from, to)
    const expected = figures(opens, sold, range, scope)
    const before = figures(opens, sold, previousRange(range), scope)
    const parts = Object.entries(scope).filter(([, id]) => id !== null)
    const query = new URLSearchParams([['from', from], ['to', to], ...(parts as [string, string][])])

    const { body } = await shop.call('GET', `/manage/figures?${query}`, { token: boss.token })

    expect(body).toMatchObject({
      opens: expected.opens,
      members: expected.uniqueMembers,
      newMembers: expected.newMembers,
      claims: claimsIn(claims, opens, range, scope).length,
      orders: expected.orders,
      buyers: expected.buyers,
      netSalesFen: expected.netSales,
      conversion: { part: expected.conversion.numerator, whole: expected.conversion.denominator },
      repurchase: { part: expected.repurchase.numerator, whole: expected.repurchase.denominator },
      funnel: funnel(opens, sold, range, scope),
      trend: trend(opens, sold, range, scope).map(({ netSales, ...day }) => ({
        ...day,
        netSalesFen: netSales,
      })),
      previous: {
        opens: before.opens,
        members: before.uniqueMembers,
        orders: before.orders,
        netSalesFen: before.netSales,
      },
    })
  }
}

describe('figures', () => {
  it('equal a naive recount before anything is rolled up, and after', async () => {
    await compare()
    const days = await rollUpFigures(db(), shop.clock.now())
    expect(days).toBeGreaterThanOrEqual(DAYS - 1)
    await compare()
    expect(await rollUpFigures(db(), shop.clock.now())).toBe(0)
  })

  it('count claims above zero, of staff, groups and the shop', () => {
    const range = dayRange(dayOf(shop.clock.now() - 9 * DAY_MS), dayOf(shop.clock.now()))
    for (const scope of [
      { staffId: null, groupId: null },
      { staffId: staff[0]!.staffId, groupId: null },
      { staffId: null, groupId: groupIds[0]! },
    ]) {
      expect(claimsIn(claims, opens, range, scope).length).toBeGreaterThan(0)
    }
  })

  it('equal it after every opening that comes late, every payment, refund, correction and suspicion', async () => {
    for (let round = 0; round < 12; round++) {
      for (let i = 0; i < 6; i++) await pick(HAPPENINGS)()
      if (round % 3 === 2) await rollUpFigures(db(), shop.clock.now())
      await compare()
    }
  })

  it.each(HAPPENINGS.map((happens) => [happens.name, happens] as const))(
    'never show a rolled-up day as it was before a change: %s',
    async (_name, happens) => {
      await rollUpFigures(db(), shop.clock.now())
      await happens()
      await compare()
    },
  )

  it('leave a day that somebody is changing to the next turn, and miss nothing of it', async () => {
    await rollUpFigures(db(), shop.clock.now())
    const old = opens.filter(({ at }) => at < shop.clock.now() - 2 * DAY_MS)
    const row = { ...pick(old), touchId: randomUUID(), isSuspect: false }
    const before = { ...row, touchId: randomUUID() }
    await keepOpenings(db(), [before])
    opens.push(before, row)

    await inTransaction(db(), async (tx) => {
      await keepOpenings(tx, [row])
      expect(await rollUpFigures(db(), shop.clock.now())).toBe(0)
    })
    await compare()
    expect(await rollUpFigures(db(), shop.clock.now())).toBeGreaterThan(0)

    await compare()
  })

  it('equal it on the next day, when yesterday is over', async () => {
    passes(DAY_MS)
    await compare()
    expect(await rollUpFigures(db(), shop.clock.now())).toBe(1)
    await compare()
  })
})

describe('the rows behind a number', () => {
  it.each(['opens', 'members', 'claims', 'orders', 'buyers'])(
    'are as many as %s of a group says',
    async (figure) => {
      const days = `from=${dayOf(shop.clock.now() - 12 * DAY_MS)}&to=${dayOf(shop.clock.now())}`
      const of = `${days}&groupId=${groupIds[0]}`
      const { body } = await shop.call('GET', `/manage/figures?${of}`, { token: boss.token })

      const rows = await shop.call('GET', `/manage/figures/rows?figure=${figure}&limit=50&${of}`, {
        token: boss.token,
      })

      expect(rows.body.items).toHaveLength(Math.min(50, body[figure]))
      expect(body[figure]).toBeGreaterThan(0)
    },
  )
})
