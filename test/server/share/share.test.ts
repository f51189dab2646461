import { randomUUID } from 'node:crypto'
import { DAY_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { shares as shareTable } from '../../../server/schema/touch'
import { aProduct } from '../../support/server/order-builders'
import { aPerson, aStaffPerson, ownsGroup, shares } from '../../support/server/people-builders'
import { OPENING } from '../../support/server/shop'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const kept = async (token: string) =>
  (await shop.database.db.select().from(shareTable).where(eq(shareTable.token, token)))[0]
const resolve = async (token: string) => (await shop.call('GET', `/shares/${token}`)).body

beforeEach(() => shop.clock.setOffsetMs(0))

describe('a staff member’s share', () => {
  it('answers all that WeChat needs for a product card', async () => {
    const [staff, product] = [await aStaffPerson(shop), await aProduct(shop, { title: '烟台红富士' })]

    const card = await shares(shop, staff, { kind: 'product', productId: product.productId })

    expect(card).toEqual({
      token: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
      title: '烟台红富士',
      path: `/pages/product/index?t=${card.token}&id=${product.productId}`,
      query: `t=${card.token}&id=${product.productId}`,
      imageUrl: expect.stringMatching(/^\/pictures\//),
      creditsStaff: true,
      expiresAt: OPENING + 90 * DAY_MS,
    })
  })

  it('is a new root each time, for home as well', async () => {
    const staff = await aStaffPerson(shop)

    const [one, two] = [await shares(shop, staff), await shares(shop, staff)]

    expect(one.token).not.toBe(two.token)
    expect(one.path).toBe(`/pages/home/index?t=${one.token}`)
    expect(await kept(one.token)).toMatchObject({
      rootToken: one.token,
      depth: 0,
      rootStaffId: staff.staffId,
    })
  })

  it('starts anew even when they came by a colleague’s card', async () => {
    const [lin, chen] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const { token: parentToken } = await shares(shop, lin)

    const { token } = await shares(shop, chen, { parentToken })

    expect(await kept(token)).toMatchObject({ rootToken: token, rootStaffId: chen.staffId })
  })

  it('for a printed code does not expire', async () => {
    expect((await shares(shop, await aStaffPerson(shop), { channel: 'code' })).expiresAt).toBeNull()
  })

  it('may be meant for a group of theirs, and for no one else’s', async () => {
    const [lin, chen] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const { body: group } = await ownsGroup(shop, lin, 'share-group')

    const { token } = await shares(shop, lin, { intendedGroupId: group.id })
    const foreign = await shop.call('POST', '/shares', {
      token: chen.token,
      body: { kind: 'home', channel: 'card', intendedGroupId: group.id },
    })

    expect(await kept(token)).toMatchObject({ intendedGroupId: group.id })
    expect(foreign).toMatchObject({ status: 404, body: { code: 'thing.not_found' } })
  })
})

describe('a customer’s share', () => {
  it('of a card they opened is a relay: the root stays, the depth grows', async () => {
    const [staff, friend, third] = [await aStaffPerson(shop), await aPerson(shop), await aPerson(shop)]
    const root = await shares(shop, staff)

    const one = await shares(shop, friend, { parentToken: root.token })
    const two = await shares(shop, third, { parentToken: one.token })

    expect(one.creditsStaff).toBe(true)
    expect(await kept(one.token)).toMatchObject({
      rootToken: root.token,
      depth: 1,
      rootStaffId: staff.staffId,
    })
    expect(await kept(two.token)).toMatchObject({
      rootToken: root.token,
      depth: 2,
      rootStaffId: staff.staffId,
    })
    expect(two.expiresAt).toBe(root.expiresAt)
  })

  it('of the same page by the same person is the same token, also when tapped twice at once', async () => {
    const [staff, friend] = [await aStaffPerson(shop), await aPerson(shop)]
    const { token: parentToken } = await shares(shop, staff)

    const cards = await Promise.all(Array.from({ length: 5 }, () => shares(shop, friend, { parentToken })))

    expect(new Set(cards.map(({ token }) => token)).size).toBe(1)
  })

  it('going round in a circle makes no new link', async () => {
    const [staff, a, b] = [await aStaffPerson(shop), await aPerson(shop), await aPerson(shop)]
    const root = await shares(shop, staff)
    const ofA = await shares(shop, a, { parentToken: root.token })
    const ofB = await shares(shop, b, { parentToken: ofA.token })

    const again = await shares(shop, a, { parentToken: ofB.token })

    expect(again.token).toBe(ofA.token)
  })

  it('keeps no trace of who forwarded to whom', async () => {
    const [lin, chen, friend] = [await aStaffPerson(shop), await aStaffPerson(shop), await aPerson(shop)]
    const hashes = []
    for (const staff of [lin, chen]) {
      const { token } = await shares(shop, friend, { parentToken: (await shares(shop, staff)).token })
      hashes.push((await kept(token))?.sharerHash)
      expect(JSON.stringify(await kept(token))).not.toContain(friend.memberId)
    }

    expect(hashes[0]).not.toBe(hashes[1])
  })

  it.each([
    ['without a card', undefined],
    ['with a token nobody issued', 'ABCDEFGHIJKLMNOPQRSTUV'],
    ['with a malformed token', '%%%'],
  ])('%s credits nobody and works all the same', async (_how, parentToken) => {
    const card = await shares(shop, await aPerson(shop), { parentToken })

    expect(card).toMatchObject({ creditsStaff: false, expiresAt: null })
    expect(await resolve(card.token)).toMatchObject({ state: 'ok', staff: null })
  })

  it('without a card is the same token for the same page', async () => {
    const person = await aPerson(shop)

    const [one, two] = [await shares(shop, person), await shares(shop, person)]

    expect(one.token).toBe(two.token)
  })

  it('of an expired card credits nobody', async () => {
    const [staff, person] = [await aStaffPerson(shop), await aPerson(shop)]
    const { token: parentToken } = await shares(shop, staff)
    shop.clock.setOffsetMs(91 * DAY_MS)
    const late = await aPerson(shop, person.user)

    expect((await shares(shop, late, { parentToken })).creditsStaff).toBe(false)
  })
})

describe('sharing a product', () => {
  const ask = async (share: object) =>
    shop.call('POST', '/shares', {
      token: (await aPerson(shop)).token,
      body: { kind: 'product', channel: 'card', ...share },
    })

  it('needs to know which', async () => {
    expect(await ask({})).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', field: '/body/productId' },
    })
  })

  it('is refused for a product that does not exist or is withdrawn', async () => {
    const withdrawn = await aProduct(shop, { isOnSale: false })

    for (const productId of [randomUUID(), withdrawn.productId]) {
      expect(await ask({ productId })).toMatchObject({ status: 404, body: { code: 'thing.not_found' } })
    }
  })
})
