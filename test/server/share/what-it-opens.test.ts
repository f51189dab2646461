import { randomUUID } from 'node:crypto'
import { DAY_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { campaigns } from '../../../server/schema/coupon'
import { shares as shareTable } from '../../../server/schema/touch'
import { aProduct } from '../../support/server/order-builders'
import { aPerson, aStaffPerson, shares } from '../../support/server/people-builders'
import { OPENING } from '../../support/server/shop'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const resolve = async (token: string) => (await shop.call('GET', `/shares/${token}`)).body

beforeEach(() => shop.clock.setOffsetMs(0))

describe('sharing a campaign', () => {
  it('opens the coupons tab with that campaign, and a code’s bare token leads there too', async () => {
    const [staff, id] = [await aStaffPerson(shop), await campaignRow()]

    const card = await shares(shop, staff, { kind: 'campaign', campaignId: id })

    expect(card).toMatchObject({
      title: '周末阶梯券｜领了券再下单，更划算',
      path: `/pages/coupons/index?t=${card.token}&campaignId=${id}`,
      creditsStaff: true,
    })
    expect(await resolve(card.token)).toMatchObject({ state: 'ok', kind: 'campaign', campaignId: id })
  })

  it('gives a customer the same relay each time, another one for another campaign', async () => {
    const [staff, person] = [await aStaffPerson(shop), await aPerson(shop)]
    const [one, other] = [await campaignRow(), await campaignRow()]
    const { token: parentToken } = await shares(shop, staff, { kind: 'campaign', campaignId: one })
    const relay = (campaignId: string) => shares(shop, person, { kind: 'campaign', campaignId, parentToken })

    const [first, again, elsewhere] = [await relay(one), await relay(one), await relay(other)]

    expect(first).toMatchObject({ creditsStaff: true })
    expect(again.token).toBe(first.token)
    expect(elsewhere.token).not.toBe(first.token)
  })

  it.each([
    ['without saying which', {}, 400],
    ['that does not exist', { campaignId: randomUUID() }, 404],
  ])('is refused %s', async (_what, body, status) => {
    const { token } = await aPerson(shop)

    const answer = await shop.call('POST', '/shares', {
      token,
      body: { kind: 'campaign', channel: 'card', ...body },
    })

    expect(answer.status).toBe(status)
  })

  async function campaignRow(): Promise<string> {
    const id = randomUUID()
    await shop.database.db.insert(campaigns).values({
      id,
      code: id,
      title: '周末阶梯券',
      status: 'live',
      claimFrom: OPENING,
      claimUntil: OPENING + DAY_MS,
      totalStock: 10,
      limitPerMember: 1,
      scope: { kind: 'all' },
      slot: 'goods',
      tiers: [],
      createdAt: OPENING,
      updatedAt: OPENING,
    })
    return id
  }
})

describe('what a token opens', () => {
  it('is told to anybody: the product and who shared it', async () => {
    const [staff, product] = [await aStaffPerson(shop, { name: '林悦', title: '管家' }), await aProduct(shop)]
    const { token } = await shares(shop, staff, { kind: 'product', productId: product.productId })

    expect(await resolve(token)).toEqual({
      state: 'ok',
      kind: 'product',
      productId: product.productId,
      campaignId: null,
      staff: { name: '林悦', title: '管家' },
    })
  })

  it('is still told when the token has expired or was revoked, because a printed code knows no more', async () => {
    const [staff, product] = [await aStaffPerson(shop), await aProduct(shop)]
    const { productId } = product
    const [old, revoked] = [
      await shares(shop, staff, { kind: 'product', productId }),
      await shares(shop, staff, { kind: 'product', productId }),
    ]
    await shop.database.db
      .update(shareTable)
      .set({ revokedAt: OPENING })
      .where(eq(shareTable.token, revoked.token))
    expect(await resolve(revoked.token)).toEqual({
      state: 'revoked',
      kind: 'product',
      productId,
      campaignId: null,
      staff: null,
    })

    shop.clock.setOffsetMs(91 * DAY_MS)
    expect(await resolve(old.token)).toMatchObject({
      state: 'expired',
      kind: 'product',
      productId,
      staff: null,
    })
  })

  it.each([
    ['ABCDEFGHIJKLMNOPQRSTUV', 'unknown'],
    ['too-short', 'malformed'],
    ['%25%25', 'malformed'],
  ])('is answered for %s as %s, never refused', async (token, state) => {
    expect(await resolve(token)).toEqual({
      state,
      kind: null,
      productId: null,
      campaignId: null,
      staff: null,
    })
  })
})

describe('a mini-program code', () => {
  const code = (token: string, by: string) => shop.call('GET', `/shares/${by}/code`, { token })

  it('carries the staff member’s own token as its scene', async () => {
    const staff = await aStaffPerson(shop)
    const share = await shares(shop, staff, { channel: 'code' })

    const { status, body } = await code(staff.token, share.token)

    expect(status).toBe(200)
    expect(body.dataUri).toMatch(/^data:image\/png;base64,/)
    const made = await fetch(`${shop.simulatorUrl}/client/codes?scene=${share.token}`)
    expect(await made.json()).toMatchObject({
      codes: [{ path: 'pages/home/index', query: { scene: share.token } }],
    })
  })

  it('is drawn by WeChat once, and then served while WeChat is down', async () => {
    const staff = await aStaffPerson(shop)
    const { token } = await shares(shop, staff, { channel: 'code' })
    const first = await code(staff.token, token)
    await shop.misbehave({ endpoint: 'weixin', kind: 'http_error', status: 502 })

    const again = await code(staff.token, token)
    const other = await code(staff.token, (await shares(shop, staff, { channel: 'code' })).token)

    await shop.behave()
    expect(again.body).toEqual(first.body)
    expect(other).toMatchObject({ status: 503, body: { code: 'login.unavailable' } })
  })

  it('does not exist for others, nor for tokens nobody issued', async () => {
    const [lin, chen] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const { token } = await shares(shop, lin)

    for (const asked of [token, 'ABCDEFGHIJKLMNOPQRSTUV', 'junk']) {
      expect(await code(chen.token, asked)).toMatchObject({ status: 404 })
    }
    expect(await code((await aPerson(shop)).token, token)).toMatchObject({ status: 404 })
  })
})
