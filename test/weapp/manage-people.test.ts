import { type RunningShop, startShop } from '../support/shop/start-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'

const PAGES = 'packages/manage/pages'

describe('the people of the shop, in the manager’s hand', () => {
  let shop: RunningShop
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('are invited by a card that works once, until it is revoked', async () => {
    const manager = await asManager('team')
    const { screen } = manager
    await screen.tap('邀请新同事')
    await screen.waitFor('头衔')
    await screen.typeNth('.field__input', 0, '何苗')
    await screen.typeNth('.field__input', 1, '花园管家')
    await screen.waitFor(() => screen.all('.button--disabled').length === 0, 'a whole invitation')
    await screen.tap('.invite__make')
    await screen.waitFor('发给何苗')
    await screen.tap('.sheet__close')

    await screen.tapNth('.tabs__tab', 1)
    await screen.tap('.invitation-row__revoke')
    await screen.waitFor('已撤回')

    expect(manager.phone.modals.join()).toContain('撤回给何苗的邀请吗')
    expect(manager.faults).toEqual([])
  })

  it('are renamed on their own page, with the rate payroll reads', async () => {
    const manager = await asManager('team')
    const { screen } = manager
    await screen.tap('苏晴')
    await screen.waitFor('近 30 天')
    await screen.tap('修改资料')
    await screen.waitFor('修改苏晴的资料')
    await screen.type('.field__input', '苏晴晴')
    await screen.waitFor(() => screen.attribute('.field__input', 'value') === '苏晴晴', 'the new name')
    await screen.tap('.edit-sheet__save')
    await screen.waitFor(() => manager.phone.toasts.includes('已保存'), 'the new name kept')

    await screen.tap('提成')
    await screen.waitFor('按商品分类')
    await screen.tap('苏晴晴')
    await screen.tap('3%')
    await isChosen(manager, '3%')
    await screen.tap('.rate-sheet__keep')

    await screen.waitFor(() => screen.all('3%').length > 0, 'the new rate')
    expect(manager.faults).toEqual([])
  })

  it('keep the last manager, whatever is tried', async () => {
    const manager = await asManager('team')
    const { screen } = manager
    await screen.tapNth('.staff-card__name', 0)
    await screen.tap('修改资料')
    await screen.tap('导购', '.edit-sheet')
    await isChosen(manager, '导购')
    await screen.tap('.edit-sheet__save')

    await screen.waitFor('店里要留一位店长')
  })

  it('are kept out with a reason, and let in again with one', async () => {
    const manager = await asManager('blacklist')
    const { screen } = manager
    await screen.waitFor('黑名单中')
    await screen.tap('.block-card__unblock')
    await screen.tap('说清楚了')
    await isChosen(manager, '说清楚了')
    await screen.tap('.reason-sheet__yes')

    await screen.waitFor('周敏移出：说清楚了')
    expect(manager.faults).toEqual([])
  })

  it('find the ledger’s rows in a file, and the ledger right', async () => {
    const manager = await asManager('ledger')
    const { screen } = manager
    await screen.tap('生成 CSV')
    await screen.waitFor('笔流水')
    expect(screen.see('0 笔流水，')).toBe(false)

    await screen.tap('对一遍')
    await screen.waitFor('都对得上')
    expect(manager.faults).toEqual([])
  })

  const asManager = (page: string, query = '') =>
    openOn({ user: 'zhou-min', path: `${PAGES}/${page}/index`, query })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }
})

/** Waits until a chip shows that it was tapped: what is done next reads it. */
const isChosen = ({ screen }: OpenApp, words: string): Promise<void> =>
  screen.waitFor(() => screen.all('.chip--chosen').some((chip) => chip.textContent === words), words)
