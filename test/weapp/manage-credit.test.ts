import { type RunningShop, startShop } from '../support/shop/start-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'
import { aPaidOrder, aShopper } from '../support/weapp/shopper'

const PAGES = 'packages/manage/pages'
const MANAGER = 'zhou-min'

interface Named {
  readonly name: string
  readonly state: string
}

describe('who an order counts for, in the manager’s hand', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('is handed over to two colleagues as the preview said, and taken back the same day', async () => {
    const manager = await asManager('handover')
    const { screen } = manager
    await screen.tap('谁要交接')
    await screen.tap('陈昊', '.staff-sheet')
    await screen.tap('选接手的同事')
    await screen.tap('林悦', '.staff-sheet')
    await screen.tap('再加一位，分着接')
    await screen.tap('苏晴', '.staff-sheet')
    await screen.waitFor('客户分到约 50%')

    await screen.tap('看看会怎样')
    await screen.waitFor('会交出去')
    expect(screen.see('还在等收货的业绩')).toBe(true)
    await screen.tap('.reason-sheet__yes')
    await screen.waitFor('请写一句原因')
    await because(manager, '离职')
    await screen.waitFor('还可以撤销')
    expect(manager.currentPage().route).toBe(`${PAGES}/handovers/index`)
    expect(await stateOf('陈昊')).toBe('left')

    await screen.tap('.handover-card__undo')
    await because(manager, '选错了人')
    await screen.waitFor('已撤销')

    expect(await stateOf('陈昊')).toBe('in_service')
    expect(manager.faults).toEqual([])
  })

  it('follows a new version of the policy, looked at before it is saved', async () => {
    const manager = await asManager('policy')
    const { screen } = manager
    await screen.tap('保护老顾客')
    await screen.waitFor(() => screen.all('.button--disabled').length === 0, 'something to look at')
    await screen.tap('看看影响')
    await screen.waitFor('近 30 天如果这样算')

    await screen.tap('.policy__save')
    await because(manager, '照顾老顾客')
    await screen.waitFor('「保护老顾客」')

    const { call } = await aShopper(shop, MANAGER)
    const { current } = await call<{ current: object }>('GET', '/manage/policy')
    expect(current).toMatchObject({ preset: 'protect-binding', savedBy: '周敏', note: '照顾老顾客' })
    expect(manager.faults).toEqual([])
  })

  it('goes with a group that two ask for to whom the manager gives it', async () => {
    const manager = await asManager('groups', 'tab=claims')
    const { screen } = manager
    await screen.tap('交给苏晴')
    await because(manager, '确认是他拉的群')

    await screen.waitFor('已同意')
    await screen.tap('全部群')
    await screen.waitFor('换负责人')
    expect(manager.faults).toEqual([])
    const { call } = await aShopper(shop, MANAGER)
    const { items } = await call<{ items: { state: string; ownerName: string }[] }>(
      'GET',
      '/manage/group-claims',
    )
    expect(items[0]).toMatchObject({ state: 'approved', ownerName: '苏晴' })
  })

  it('counts openings again that a rule set apart, once the manager cleared them', async () => {
    const manager = await asManager('suspects')
    const { screen } = manager
    await screen.waitFor('短时间打开太多次')
    await screen.tap('.suspect-card__clear')
    await because(manager, '核实过，是真人')
    await screen.waitFor('没有可疑的打开')

    await screen.tap('已解除')
    await screen.waitFor('周敏解除：核实过，是真人')
    expect(manager.faults).toEqual([])
  })

  it('is corrected by a pair of entries, with the reason in the trail', async () => {
    const order = await aPaidOrder(shop, 'nobodys-customer')
    const manager = await asManager('corrections-order', `id=${order.id}`)
    const { screen, phone } = manager
    await screen.tap('更正归属')
    await screen.tap('林悦', '.staff-sheet')
    await because(manager, '店员之间说好的')
    await screen.waitFor(() => phone.toasts.includes('已更正'), 'the correction')

    const trail = await asManager('audit', 'action=credit')
    await trail.screen.waitFor('更正业绩')
    expect(trail.screen.see('店员之间说好的')).toBe(true)
    await trail.screen.tap('更正业绩')
    await trail.settled()
    expect(trail.currentPage()).toMatchObject({
      route: `${PAGES}/corrections-order/index`,
      query: { id: order.id },
    })
    expect([...manager.faults, ...trail.faults]).toEqual([])
  })

  it.each(['team', 'groups', 'handovers', 'policy', 'suspects', 'blacklist', 'audit', 'ledger'])(
    'shows nobody else that there is a page about it: %s',
    async (page) => {
      const staff = await openOn({ user: 'lin-yue', path: `${PAGES}/${page}/index` })

      await staff.screen.waitFor('没有找到这个页面')
    },
  )

  const asManager = (page: string, query = '') =>
    openOn({ user: MANAGER, path: `${PAGES}/${page}/index`, query })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }

  async function stateOf(name: string): Promise<string | undefined> {
    const { call } = await aShopper(shop, MANAGER)
    const { items } = await call<{ items: Named[] }>('GET', '/manage/staff')
    return items.find((it) => it.name === name)?.state
  }
})

/** Gives one of the reasons that come up often, and does the deed once it is written in. */
async function because({ screen }: OpenApp, reason: string): Promise<void> {
  await screen.tap(reason, '.reason-sheet__often')
  const isWritten = () =>
    screen.all('.chip--chosen', '.reason-sheet__often').some((chip) => chip.textContent === reason)
  await screen.waitFor(isWritten, `the reason "${reason}"`)
  await screen.tap('.reason-sheet__yes')
}
