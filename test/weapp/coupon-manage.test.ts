import { type RunningShop, startShop } from '../support/shop/start-shop'
import { openCouponShop } from '../support/weapp/coupon-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'

const LIST = 'packages/manage/pages/campaigns/index'

describe('a manager’s campaigns', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('are written rung by rung, with each fault at the tier it names, then paused and given more stock', async () => {
    const manager = await openOn({ user: 'zhou-min', path: LIST })
    const { screen, phone } = manager
    await screen.tap('新建活动')
    await screen.waitFor('第 1 档')
    await fill(manager, 0, '满（元）', '20')
    await fill(manager, 0, '减（元）', '30')
    await screen.tap('保存')
    await screen.waitFor('请给活动起个名字')
    expect(screen.see('优惠要小于门槛，不能倒贴')).toBe(true)

    await fill(manager, 0, '名称', '手写的阶梯')
    await fill(manager, 0, '减（元）', '2')
    await screen.tap('加一档')
    await screen.waitFor('第 2 档')
    await fill(manager, 1, '满（元）', '50')
    await fill(manager, 1, '减（元）', '2')
    await screen.tap('保存')
    await screen.waitFor('第 2 档：要比下面一档更划算')

    await fill(manager, 1, '减（元）', '8')
    await screen.tap('保存')
    await screen.waitFor('满50减8')
    expect(manager.currentPage().route).toBe('packages/manage/pages/campaign/index')

    await screen.tap('暂停')
    await screen.waitFor('已暂停')
    await screen.tap('加库存')
    await fill(manager, 0, '总数加', '40')
    await screen.tap('加库存', '.sheet__foot')
    await screen.waitFor('540')
    expect(phone.modals).toEqual([
      '暂停领取吗 已经领到的券不受影响，随时可以恢复',
      '加库存吗 加了之后不能再减',
    ])
    expect(manager.faults).toEqual([])
  })

  it('keep their promise once somebody claimed: the form says what can still change', async () => {
    const coupons = await openCouponShop(shop)
    const id = await coupons.campaign({
      title: '已有人领',
      tiers: [
        {
          thresholdFen: 2000,
          off: { kind: 'amount', amountOff: 200 },
          stock: null,
          validity: { kind: 'days', days: 7 },
          gate: { kind: 'anyone' },
        },
      ],
    })
    await coupons.claim(await coupons.login('claimer'), id)
    const manager = await openOn({
      user: 'zhou-min',
      path: 'packages/manage/pages/campaign-edit/index',
      query: `id=${id}`,
    })
    await manager.screen.waitFor('已经有人领过')

    await fill(manager, 0, '减（元）', '1')
    await manager.screen.tap('保存')

    await manager.screen.waitFor('第 1 档：已经有人领过，这一项不能再改')
    expect(manager.faults).toEqual([])
  })

  it('do not exist for a customer', async () => {
    const customer = await openOn({ user: 'nosy', path: LIST })

    await customer.screen.waitFor('没有找到这个页面')
    expect(customer.screen.see('新建活动')).toBe(false)
  })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }
})

/** Types into the field with this label; `place` counts fields of the same label from the top. */
async function fill({ screen }: OpenApp, place: number, label: string, text: string): Promise<void> {
  const fields = () => screen.all('.field').filter((field) => field.textContent?.startsWith(label))
  const at = () => screen.all('.field__input').findIndex((input) => fields()[place]?.contains(input))
  await screen.waitFor(() => at() >= 0, label)
  await screen.typeNth('.field__input', at(), text)
}
