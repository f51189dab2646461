import { type RunningShop, startShop } from '../support/shop/start-shop'
import { aRung, type CouponShop, openCouponShop, yuanOff } from '../support/weapp/coupon-shop'
import { GROUP, STAFF } from '../support/weapp/demo-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'

const TAB = 'pages/coupons/index'
const OWN_GROUP = '春风小区1群'

describe('claiming a coupon', () => {
  let shop: RunningShop
  let coupons: CouponShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
    coupons = await openCouponShop(shop)
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('is one tap on the tab; the copy lies among my coupons, with its end', async () => {
    const id = await coupons.campaign({ title: '一步到手', tiers: [aRung()] })
    const customer = await openOn({ user: 'one-tap', query: `campaignId=${id}` })
    await customer.screen.waitFor('满20可用')

    await customer.screen.tap('.offer-button--take')

    await customer.screen.waitFor(() => firstCard(customer).includes('去使用'))
    expect(customer.phone.toasts).toEqual(['已领到 满20减2'])
    await customer.screen.tap('我的卡券')
    await customer.screen.waitFor('一步到手')
    expect(customer.currentPage().route).toBe('packages/coupons/pages/mine/index')
    expect(customer.screen.text()).toMatch(/¥2满20可用一步到手全店可用.*前可用去使用/)
    await customer.screen.tap('提醒我')
    await customer.screen.waitFor('已开启，到期前会通知你')
    expect(customer.faults).toEqual([])
  })

  it('takes one copy of two quick taps', async () => {
    const id = await coupons.campaign({ title: '手快', tiers: [aRung()], limitPerMember: 5 })
    const customer = await openOn({ user: 'two-taps', query: `campaignId=${id}` })
    await customer.screen.waitFor('手快')

    await Promise.all([
      customer.screen.tap('.offer-button--take'),
      customer.screen.tap('.offer-button--take'),
    ])
    await customer.settled()

    expect(customer.phone.requests.filter((it) => it === `POST /campaigns/${id}/claims`)).toHaveLength(1)
  })

  it('never takes a second copy when the first answer was lost', async () => {
    const id = await coupons.campaign({ title: '断网', tiers: [aRung()], limitPerMember: 5 })
    const customer = await openOn({ user: 'lost-answer', query: `campaignId=${id}` })
    await customer.screen.waitFor('断网')

    customer.phone.isOnline = false
    await customer.screen.tap('.offer-button--take')
    await customer.screen.waitFor(() => customer.phone.toasts.length > 0)
    customer.phone.isOnline = true
    await customer.screen.tap('.offer-button--take')

    await customer.screen.waitFor(() => customer.phone.toasts.length > 1)
    expect(customer.phone.toasts).toEqual(['网络不太好，再点一次不会多领', '已领到 满20减2'])
  })

  it('says at once when the last copy went to somebody else', async () => {
    const id = await coupons.campaign({ title: '最后一张', tiers: [aRung()], totalStock: 1 })
    const customer = await openOn({ user: 'too-late', query: `campaignId=${id}` })
    await customer.screen.waitFor('剩 1 张')
    await coupons.claim(await coupons.login('faster'), id)

    await customer.screen.tap('.offer-button--take')

    await customer.screen.waitFor(() => firstCard(customer).includes('已抢完'))
    expect(customer.phone.toasts).toEqual(['已被抢完'])
    expect(customer.faults).toEqual([])
  })

  it('is not offered for what is sold out, over, or not open yet, and says which', async () => {
    const now = Date.now()
    const soldOut = await coupons.campaign({ title: '没有了', tiers: [aRung()], totalStock: 1 })
    await coupons.claim(await coupons.login('first-come'), soldOut)
    const soon = await coupons.campaign({ title: '等一等', tiers: [aRung()], claimFrom: now + 3_600_000 })
    const over = await coupons.campaign({ title: '过去了', tiers: [aRung()] })
    await coupons.call(await coupons.login('zhou-min'), 'POST', `/manage/campaigns/${over}/end`, {})

    for (const [id, word, state] of [
      [soldOut, '已抢完', '已被抢完'],
      [soon, '未开始', '距开领'],
      [over, '已结束', '领取已结束'],
    ] as const) {
      const customer = await openOn({ user: 'looker', query: `campaignId=${id}` })
      await customer.screen.waitFor(() => firstCard(customer).includes(word), word)
      expect(firstCard(customer)).toContain(state)
    }
  })

  it('of a group drop works from that group’s card, proven by the opening', async () => {
    const id = await groupDrop('群里的福利')
    const customer = await openOn({ user: 'group-member', group: GROUP, query: `campaignId=${id}` })
    await customer.screen.waitFor(`来自「${OWN_GROUP}」`)
    await customer.screen.waitFor(() => firstCard(customer).includes('领取'))

    await customer.screen.tap('.offer-button--take')

    await customer.screen.waitFor(() => firstCard(customer).includes('去使用'))
    expect(customer.phone.toasts).toEqual(['已领到 满20减5'])
    expect(customer.faults).toEqual([])
  })

  it('of a group drop is not for those from elsewhere, who are told why', async () => {
    const id = await groupDrop('别群的福利')

    const customer = await openOn({ user: 'outsider', group: 'keji', query: `campaignId=${id}` })

    await customer.screen.waitFor('这是发给指定群的券，请从那个群的卡片打开')
    expect(firstCard(customer)).toContain('未达到')
    expect(customer.screen.all('.offer-button--take', '.single-card').length).toBe(
      customer.screen.all('.single-card').filter((card) => card.textContent?.includes('领取')).length,
    )
  })

  it('sits on home too, and a card of a campaign that is gone leads to the others', async () => {
    const id = await coupons.campaign({
      title: '首页阶梯',
      position: -1000,
      tiers: [
        aRung(),
        aRung({ thresholdFen: 5000, off: yuanOff(8), gate: { kind: 'level', from: 'silver' } }),
      ],
    })
    const customer = await openOn({ user: 'home-claimer', path: 'pages/home/index' })
    await customer.screen.waitFor('首页阶梯')
    expect(customer.screen.see('再消费 ¥500 升级 满50减8')).toBe(true)

    await customer.screen.tap('.offer-button--take', '.home-coupons')
    await customer.screen.waitFor(() => customer.phone.toasts.includes('已领到 满20减2'))
    expect(customer.currentPage().route).toBe('pages/home/index')

    await customer.navigate('reLaunch', `/${TAB}?campaignId=${id.replace(/^.{8}/, '00000000')}`)
    await customer.screen.waitFor('这张卡片里的活动已经不在了')
    await customer.screen.waitFor('首页阶梯')
  })

  it('can be offered by staff: each campaign has a card of its own', async () => {
    const id = await coupons.campaign({ title: '店员来发', tiers: [aRung()] })
    const staff = await openOn({ user: STAFF })
    await staff.screen.waitFor('店员来发')
    await staff.settled()

    const card = await staff.shareFrom('分享')

    expect(card.path).toMatch(new RegExp(`^/${TAB}\\?t=[0-9A-Za-z]{22}&campaignId=`))
    expect(card.withShareTicket).toBe(true)
    const customer = await openOn({ user: 'from-card', query: `t=${/t=([^&]+)/.exec(card.path)?.[1]}` })
    await customer.screen.waitFor(() => customer.screen.all('.offer-button').length > 0)
    expect(customer.phone.requests.some((it) => it.startsWith('GET /shares/'))).toBe(true)
    expect(id).toBeTruthy()
  })

  const groupDrop = (title: string) =>
    coupons.campaign({
      title,
      tiers: [
        aRung({ off: yuanOff(5), gate: { kind: 'groups', groupIds: [coupons.groups.get(OWN_GROUP) ?? ''] } }),
      ],
    })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, path: TAB, ...opening })
    open.push(app)
    return app
  }
})

/** The words of the campaign that stands first. */
const firstCard = ({ screen }: OpenApp): string =>
  (screen.all('.single-card')[0] ?? screen.all('.ladder-card')[0])?.textContent ?? ''
