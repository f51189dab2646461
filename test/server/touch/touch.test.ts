import { DAY_MS, MINUTE_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { pageCounts, touches } from '../../../server/schema/touch'
import { aPerson, aReport, aStaffPerson, opens, report, shares } from '../../support/server/people-builders'
import { OPENING } from '../../support/server/shop'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const { clock } = shop
const kept = async (id: string) =>
  (await shop.database.db.select().from(touches).where(eq(touches.id, id)))[0]

beforeEach(() => clock.setOffsetMs(0))

describe('an opening of the shop', () => {
  it('is counted once, however often it is reported', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person)

    const first = await report(shop, person, [touch])
    const again = await report(shop, person, [touch])

    expect(first.body.receipts).toEqual([
      { id: touch.id, counted: 'new', group: 'none', groupId: null, groupName: null, share: 'none' },
    ])
    expect(again.body.receipts[0].counted).toBe('known')
  })

  it('is counted once when the same report arrives ten times at the same moment', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person, { group: 'chunfeng-1' })

    const answers = await Promise.all(Array.from({ length: 10 }, () => report(shop, person, [touch])))

    const counted = answers.map(({ body }) => body.receipts[0].counted)
    expect(counted.filter((word) => word === 'new')).toHaveLength(1)
    expect(counted.filter((word) => word === 'known')).toHaveLength(9)
  })

  it('is counted once when one request names it twice', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person)

    const { body } = await report(shop, person, [touch, touch])

    expect(body.receipts.map(({ counted }: { counted: string }) => counted)).toEqual(['new', 'known'])
  })

  it('of somebody else stays theirs: the same id tells and changes nothing', async () => {
    const [owner, stranger] = [await aPerson(shop), await aPerson(shop)]
    const touch = await aReport(shop, owner, { group: 'chunfeng-1' })
    await report(shop, owner, [touch])

    const { body } = await report(shop, stranger, [
      await aReport(shop, stranger, { id: touch.id, group: 'chunfeng-1' }),
    ])

    expect(body.receipts[0]).toEqual({
      id: touch.id,
      counted: 'known',
      group: 'none',
      groupId: null,
      groupName: null,
      share: 'none',
    })
    expect(await kept(touch.id)).toMatchObject({ memberId: owner.memberId, groupState: 'proven' })
  })

  it('may come from a scene nobody has heard of', async () => {
    const person = await aPerson(shop)

    expect(await opens(shop, person, { scene: 9876 })).toMatchObject({ counted: 'new' })
  })

  it('needs a session', async () => {
    const answer = await shop.call('POST', '/touches', { body: { sentAt: 1, touches: [] } })

    expect(answer).toMatchObject({ status: 401, body: { code: 'session.missing' } })
  })

  it.each([
    ['no id', { id: 'x' }, '/body/touches/0/id'],
    ['a scene that is no number', { scene: '1044' }, '/body/touches/0/scene'],
    ['a field nobody asked for', { opengid: 'claimed' }, '/body/touches/0/opengid'],
  ])('is refused with %s, naming the field', async (_what, fault, field) => {
    const person = await aPerson(shop)

    const answer = await report(shop, person, [{ ...(await aReport(shop, person)), ...fault }])

    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', field } })
  })

  it('refuses more than twenty at once', async () => {
    const person = await aPerson(shop)
    const many = await Promise.all(Array.from({ length: 21 }, () => aReport(shop, person)))

    expect(await report(shop, person, many)).toMatchObject({ status: 400, body: { field: '/body/touches' } })
  })
})

describe('the time of an opening', () => {
  it('is how long ago it was by the client, from when we heard of it', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person, { at: 1_000_000 })

    await shop.call('POST', '/touches', {
      token: person.token,
      body: { sentAt: 1_000_000 + 5 * MINUTE_MS, touches: [touch] },
    })

    expect((await kept(touch.id))?.at).toBe(OPENING - 5 * MINUTE_MS)
  })

  it('is never in the future', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person, { at: OPENING + DAY_MS })

    await report(shop, person, [touch])

    expect((await kept(touch.id))?.at).toBe(OPENING)
  })
})

describe('the share token of an opening', () => {
  it.each([
    ['ABCDEFGHIJKLMNOPQRSTUV', 'unknown'],
    ['%7B%22a%22', 'malformed'],
    ['短', 'malformed'],
    ['x'.repeat(512), 'malformed'],
    ["'; drop table touches; --", 'malformed'],
    ['', 'none'],
  ])('%p is recorded as %s and opens the shop all the same', async (shareToken, share) => {
    const person = await aPerson(shop)

    expect(await opens(shop, person, { shareToken })).toMatchObject({ counted: 'new', share })
  })

  it('is recorded as ok, and as expired once its time is over', async () => {
    const [staff, person] = [await aStaffPerson(shop), await aPerson(shop)]
    const { token: shareToken } = await shares(shop, staff)

    expect((await opens(shop, person, { shareToken })).share).toBe('ok')

    clock.setOffsetMs(91 * DAY_MS)
    expect(await opens(shop, await aPerson(shop), { shareToken })).toMatchObject({ share: 'expired' })
  })

  it('counts the opening to the staff member at its root', async () => {
    const [staff, person] = [await aStaffPerson(shop), await aPerson(shop)]
    const { token: shareToken } = await shares(shop, staff)

    const { id } = await opens(shop, person, { shareToken })

    expect(await kept(id)).toMatchObject({ staffId: staff.staffId, shareState: 'ok', shareToken })
  })
})

describe('Moments single-page mode', () => {
  it('is counted by page and day without anybody’s name', async () => {
    for (const page of ['pages/product/index?id=1', '/pages/product/index']) {
      expect(await shop.call('POST', '/page-counts', { body: { page } })).toMatchObject({ status: 200 })
    }

    expect(await shop.database.db.select().from(pageCounts)).toEqual([
      { day: '2026-07-03', page: 'pages/product/index', opens: 2 },
    ])
  })

  it('keeps one row for everything that is no page of ours', async () => {
    const invented = ['junk', 'pages/abcdefgh/index', 'packages/staff/pages/workbench/index']
    for (const page of invented) await shop.call('POST', '/page-counts', { body: { page } })

    const rows = await shop.database.db.select().from(pageCounts).where(eq(pageCounts.page, 'other'))
    expect(rows).toEqual([{ day: '2026-07-03', page: 'other', opens: 3 }])
  })
})
