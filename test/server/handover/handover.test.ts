import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { replayAll } from '../../../server/modules/attribution/replay'
import { auditLedger } from '../../../server/modules/ledger/audit'
import { orders } from '../../../server/schema/order'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import {
  aPerson,
  aStaffPerson,
  opens,
  ownsGroup,
  type Person,
  type StaffPerson,
  shares,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let product: TestProduct
let boss: StaffPerson
beforeAll(async () => {
  product = await aProduct(shop)
  boss = await aStaffPerson(shop, { name: '周店长', role: 'manager' })
})

const pass = (ms: number) => shop.clock.setOffsetMs(shop.clock.offsetMs() + ms)
const cardOf = async (staff: Person) => (await shares(shop, staff)).token as string
const post = (path: string, body: unknown, by: Person = boss) =>
  shop.call('POST', path, { token: by.token, body })
const reason = '门店调整'
const ALL = { members: true, groups: true, shares: true }

const planOf = (leaver: StaffPerson, more: object = {}) => ({
  staffId: leaver.staffId,
  form: 'leaver',
  rest: null as string | null,
  groups: [],
  memberShares: [],
  covers: ALL,
  ...more,
})

async function handsOver(plan: object) {
  const preview = await post('/manage/handovers/preview', plan)
  expect(preview.status).toBe(200)
  const done = await post('/manage/handovers', { plan, digest: preview.body.digest, reason })
  expect(done.status).toBe(200)
  return { preview: preview.body, row: done.body }
}

async function aCustomerOf(staff: StaffPerson, card?: string) {
  const person = await aPerson(shop)
  await opens(shop, person, { shareToken: card ?? (await cardOf(staff)) })
  return person
}

/** Orders and says who is credited. */
async function buys(person: Person) {
  pass(MINUTE_MS)
  const id = await anOrder(shop, { memberId: person.memberId, product })
  const [row] = await shop.database.db.select().from(orders).where(eq(orders.id, id))
  return row!.staffId
}

describe('a leaver', () => {
  it('keeps what they earned; the successor earns what comes, also from cards opened later', async () => {
    const [lin, he] = [await aStaffPerson(shop, { name: '林悦' }), await aStaffPerson(shop, { name: '何青' })]
    const card = await cardOf(lin)
    await ownsGroup(shop, lin, 'leaver-group', '春风小区1群')
    const regular = await aCustomerOf(lin, card)
    expect(await buys(regular)).toBe(lin.staffId)

    const { preview, row } = await handsOver(planOf(lin, { rest: he.staffId }))

    expect(preview).toMatchObject({
      moves: [
        { staffId: he.staffId, name: '何青', members: 1, groups: [{ name: '春风小区1群' }], openShares: 1 },
      ],
      stays: { pendingFen: 2990, maturedFen: 0, orders: 1, members: 0, groups: 0, openShares: 0 },
    })
    expect(row).toMatchObject({
      form: 'leaver',
      by: '周店长',
      undoneAt: null,
      canUndoUntil: expect.any(Number),
    })
    // The share is still the evidence, and leads to the successor.
    expect(await buys(regular)).toBe(he.staffId)
    // A card of the leaver opened for the first time.
    const late = await aPerson(shop)
    await opens(shop, late, { shareToken: card })
    expect(await buys(late)).toBe(he.staffId)
    // Somebody who comes from the group alone.
    const neighbour = await aPerson(shop)
    await opens(shop, neighbour, { group: 'leaver-group' })
    expect(await buys(neighbour)).toBe(he.staffId)
    // The post is gone at once.
    expect((await shop.call('GET', '/staff/orders', { token: lin.token })).status).toBe(404)
    const mine = await shop.call('GET', '/staff/orders', { token: he.token })
    expect(mine.body.items.map((item: { sentence: string }) => item.sentence)).toContainEqual(
      expect.stringContaining('林悦已离职，由你接手'),
    )
  })

  it('may be followed by several: by group, and members by weight', async () => {
    const lin = await aStaffPerson(shop, { name: '林悦' })
    const [a, b, c] = [await aStaffPerson(shop), await aStaffPerson(shop), await aStaffPerson(shop)]
    const { body: group } = await ownsGroup(shop, lin, 'several', '夏天群')
    const people = [await aCustomerOf(lin), await aCustomerOf(lin), await aCustomerOf(lin)]
    const plan = planOf(lin, {
      rest: c.staffId,
      groups: [{ groupId: group.id, toStaffId: a.staffId }],
      memberShares: [
        { toStaffId: a.staffId, weight: 1 },
        { toStaffId: b.staffId, weight: 2 },
      ],
    })

    const { preview } = await handsOver(plan)

    expect(preview.moves).toMatchObject([
      { staffId: c.staffId, members: 0, groups: [], openShares: 3 },
      { staffId: a.staffId, members: 1, groups: [{ id: group.id }], openShares: 0 },
      { staffId: b.staffId, members: 2, openShares: 0 },
    ])
    const credited = await Promise.all(people.map(buys))
    expect(credited.filter((id) => id === a.staffId)).toHaveLength(1)
    expect(credited.filter((id) => id === b.staffId)).toHaveLength(2)
    const stranger = await aPerson(shop)
    await opens(shop, stranger, { group: 'several' })
    expect(await buys(stranger)).toBe(a.staffId)
  })

  it('without a successor leaves future credit to the next candidate', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    await ownsGroup(shop, he, 'next-candidate')
    const person = await aCustomerOf(lin)
    await opens(shop, person, { group: 'next-candidate' })

    await handsOver(planOf(lin))

    expect(await buys(person)).toBe(he.staffId)
  })

  it('can’t be the last manager, nor be followed by themselves or by somebody who has left', async () => {
    const [lin, gone] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    await handsOver(planOf(gone))

    expect((await post('/manage/handovers/preview', planOf(boss))).body.code).toBe('staff.last_manager')
    const toSelf = await post('/manage/handovers/preview', planOf(lin, { rest: lin.staffId }))
    expect(toSelf.body).toMatchObject({ code: 'handover.refused', detail: { fault: 'to_oneself' } })
    const toGone = await post('/manage/handovers/preview', planOf(lin, { rest: gone.staffId }))
    expect(toGone.body.detail).toEqual({ fault: 'successor_not_in_service' })
    expect((await post('/manage/handovers/preview', planOf(gone))).status).toBe(404)
  })

  it('is not handed over otherwise than the preview showed', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const plan = planOf(lin, { rest: he.staffId })
    const { body } = await post('/manage/handovers/preview', plan)
    await aCustomerOf(lin)

    const late = await post('/manage/handovers', { plan, digest: body.digest, reason })

    expect(late.body.code).toBe('handover.changed')
    expect((await shop.call('GET', '/staff/orders', { token: lin.token })).status).toBe(200)
  })
})

describe('within a day', () => {
  it('a handover is undone: what it moved goes back, orders of the meantime keep whom they name', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const { body: group } = await ownsGroup(shop, lin, 'undone')
    const card = await cardOf(lin)
    const regular = await aCustomerOf(lin, card)
    const { row } = await handsOver(planOf(lin, { rest: he.staffId }))
    expect(await buys(regular)).toBe(he.staffId)
    pass(23 * HOUR_MS)

    const undone = await post(`/manage/handovers/${row.id}/undo`, { reason: '他又回来了' })

    expect(undone.body).toMatchObject({ undoneBy: '周店长', canUndoUntil: null })
    expect(await buys(regular)).toBe(lin.staffId)
    const mine = await shop.call('GET', '/staff/groups', { token: lin.token })
    expect(mine.body.items).toMatchObject([{ id: group.id, isMine: true }])
    const repeat = await post(`/manage/handovers/${row.id}/undo`, { reason: '再点一次' })
    expect(repeat.body.undoneAt).toBe(undone.body.undoneAt)
    const { body: trail } = await shop.call('GET', `/manage/audits?action=handover&subject=${lin.staffId}`, {
      token: boss.token,
    })
    expect(trail.items.map((item: { action: string }) => item.action)).toEqual([
      'handover.undone',
      'handover.leaver',
    ])
  })

  it('and not later', async () => {
    const lin = await aStaffPerson(shop)
    const { row } = await handsOver(planOf(lin))
    pass(DAY_MS)

    const late = await post(`/manage/handovers/${row.id}/undo`, { reason: '太晚了' })

    expect(late.body).toMatchObject({ code: 'handover.refused', detail: { fault: 'too_late' } })
  })

  it('the later of two in a chain is undone first', async () => {
    const [lin, he, xu] = [await aStaffPerson(shop), await aStaffPerson(shop), await aStaffPerson(shop)]
    const card = await cardOf(lin)
    const regular = await aCustomerOf(lin, card)
    const first = await handsOver(planOf(lin, { rest: he.staffId }))
    pass(MINUTE_MS)
    const second = await handsOver(planOf(he, { rest: xu.staffId }))
    expect(await buys(regular)).toBe(xu.staffId)

    const early = await post(`/manage/handovers/${first.row.id}/undo`, { reason })
    expect(early.body.detail).toEqual({ fault: 'built_upon' })
    await post(`/manage/handovers/${second.row.id}/undo`, { reason })
    expect(await buys(regular)).toBe(he.staffId)
    expect((await post(`/manage/handovers/${first.row.id}/undo`, { reason })).status).toBe(200)
    expect(await buys(regular)).toBe(lin.staffId)
  })
})

describe('somebody who stays', () => {
  it('hands over open shares, and keeps those they make afterwards', async () => {
    const [lin, he] = [await aStaffPerson(shop, { name: '林悦' }), await aStaffPerson(shop)]
    const old = await cardOf(lin)
    pass(MINUTE_MS)
    const covers = { members: false, groups: false, shares: true }
    const { preview } = await handsOver(planOf(lin, { form: 'in_service', rest: he.staffId, covers }))
    pass(MINUTE_MS)
    const fresh = await cardOf(lin)

    const [byOld, byFresh] = [await aPerson(shop), await aPerson(shop)]
    await opens(shop, byOld, { shareToken: old })
    await opens(shop, byFresh, { shareToken: fresh })

    expect(preview.moves).toMatchObject([{ openShares: 1 }])
    expect(await buys(byOld)).toBe(he.staffId)
    expect(await buys(byFresh)).toBe(lin.staffId)
    const mine = await shop.call('GET', '/staff/orders', { token: he.token })
    expect(mine.body.items[0].sentence).toContain('林悦已移交这份分享，由你接手')
    expect((await shop.call('GET', '/staff/orders', { token: lin.token })).status).toBe(200)
  })

  it('hands over members alone, who stay protected by what they bought before', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const regular = await aCustomerOf(lin)
    await buys(regular)
    const covers = { members: true, groups: false, shares: false }
    await handsOver(planOf(lin, { form: 'in_service', rest: he.staffId, covers }))
    const me = await shop.call('GET', '/me', { token: regular.token })
    pass(8 * DAY_MS)

    expect(me.body.servingStaff.staffId).toBe(he.staffId)
    expect(await buys(regular)).toBe(he.staffId)
  })
})

it('every order of these histories is replayed to the same answer, and the ledger is as it must be', async () => {
  const replayed = await replayAll(shop.database.db)
  const audited = await auditLedger(shop.database.db)

  expect(replayed.orders).toBeGreaterThan(15)
  expect(replayed.differences).toEqual([])
  expect(audited).toMatchObject({ ok: true })
})
