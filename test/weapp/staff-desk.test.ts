import type { FiguresView } from '@contract/figures'
import type { CaredMember, listServeToday } from '@contract/member-care'
import type { ResponseOf } from '@contract/route'
import type { ShareResult } from '@contract/staff'
import { type RunningShop, startShop } from '../support/shop/start-shop'
import { GROUP, STAFF } from '../support/weapp/demo-shop'
import { type OpenApp, type Opening, openApp } from '../support/weapp/open-app'
import { aShopper, type Shopper } from '../support/weapp/shopper'

const PAGES = 'packages/staff/pages'
const COLLEAGUE = 'su-qing'

describe('the staff’s own pages', () => {
  let shop: RunningShop
  let api: Shopper
  const open: OpenApp[] = []

  beforeAll(async () => {
    shop = await startShop({ seeded: true })
    api = await aShopper(shop, STAFF)
  }, 120_000)

  afterEach(async () => {
    for (const app of open.splice(0)) await app.close()
  })

  afterAll(() => shop.stop())

  it('show the figures of the chosen days as the API counts them, and the rows behind a number', async () => {
    const staff = await openOn({ user: STAFF, path: `${PAGES}/workbench/index` })
    await staff.screen.waitFor('今日归属成交')
    await staff.screen.tap('近30天')
    await staff.screen.waitFor('近30天归属成交')
    await expectFigures(staff, await api.call('GET', '/staff/workbench?range=30d'))

    await staff.screen.tap('自选')
    await staff.screen.tap('上月')
    await staff.screen.waitFor('换几天')
    const [from, to] = chosenDays(staff)
    const figures = await api.call<FiguresView>('GET', `/staff/figures?from=${from}&to=${to}`)
    await expectFigures(staff, figures)

    await staff.screen.tap('.workbench__number--members')
    const shown = Math.min(20, figures.members)
    await staff.screen.waitFor(() => staff.screen.all('.figure-line').length === shown, `${shown} rows`)
    expect(staff.currentPage().query).toEqual({ figure: 'members', from, to })
    expect(staff.faults).toEqual([])
  })

  it('rank the staff in service, with me marked', async () => {
    const staff = await openOn({ user: STAFF, path: `${PAGES}/ranking/index` })
    await staff.screen.waitFor('林悦')

    expect(staff.screen.all('.ranking-list__row--me').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('林悦'),
    ])
    expect(staff.faults).toEqual([])
  })

  it('keep a tag written by hand', async () => {
    const { items } = await api.call<{ items: CaredMember[] }>('GET', '/staff/members?limit=1')
    const id = items[0]?.memberId ?? ''
    const staff = await openOn({ user: STAFF, path: `${PAGES}/members/index` })
    await staff.screen.tapNth('.member-card', 0)
    await staff.screen.tap('手写标签')
    await staff.screen.waitFor('只有店里的同事看得到')
    await staff.screen.type('.field__input', '爱吃辣')
    await staff.screen.tap('.tag-sheet__save')
    await staff.screen.waitFor(() => staff.screen.all('爱吃辣', '.tag-list').length > 0)

    expect(staff.currentPage().query).toEqual({ id })
    const { tags } = await api.call<CaredMember>('GET', `/staff/members/${id}`)
    expect(tags).toContainEqual({ name: '爱吃辣', source: 'hand', why: null })
    expect(staff.faults).toEqual([])
  })

  it('say whom to serve today and why; who was written to leaves the list', async () => {
    const before = await api.call<ResponseOf<typeof listServeToday>>('GET', '/staff/serve-today')
    const [first] = before.items
    expect(first).toBeDefined()
    const staff = await openOn({ user: STAFF, path: `${PAGES}/serve/index` })
    await staff.screen.waitFor(first?.why ?? '')
    expect(staff.screen.see(first?.opening ?? '')).toBe(true)
    expect(staff.screen.see('现在是安静时间')).toBe(before.quietNow)

    await staff.screen.tapNth('.serve-item__contacted', 0)

    await staff.screen.waitFor(() => staff.phone.toasts.length > 0)
    const after = await api.call<ResponseOf<typeof listServeToday>>('GET', '/staff/serve-today')
    expect(after.items.map(({ memberId }) => memberId)).not.toContain(first?.memberId)
    expect(after.cooling).toBe(before.cooling + 1)
    expect(staff.phone.modals.join()).toContain(`${before.coolingDays} 天内`)
    expect(staff.faults).toEqual([])
  })

  it('make a card for one group; what it brought is told, and it can be taken back', async () => {
    const staff = await openOn({ user: STAFF, path: `${PAGES}/shares/index` })
    await staff.screen.tapNth('.subject-row__share', 0)
    await staff.screen.tap('春风小区1群', '.share-sheet__groups')
    await staff.settled()
    const { path } = await staff.shareFrom('发到群里')
    const token = /t=([0-9A-Za-z]{22})/.exec(path)?.[1]
    expect(path).toMatch(/^\/pages\/product\/index\?t=/)

    const [page = '', query] = path.slice(1).split('?')
    const customer = await openOn({ user: 'from-group-card', group: GROUP, path: page, query })
    await customer.settled()
    await staff.screen.tap('带来了什么')
    await staff.navigate('reLaunch', `/${PAGES}/shares/index?tab=results`)
    await staff.screen.waitFor('给春风小区1群')
    await staff.screen.tapNth('.share-row__revoke', 0)
    await staff.screen.waitFor('已撤回')

    const { items } = await api.call<{ items: ShareResult[] }>('GET', '/staff/shares?limit=5')
    const share = items.find((one) => one.token === token)
    expect(share).toMatchObject({ state: 'revoked', opens: 1, intendedGroupName: '春风小区1群' })
    expect([...staff.faults, ...customer.faults]).toEqual([])
  })

  it('draw a poster with its code, and save it to the album', async () => {
    const staff = await openOn({ user: STAFF, path: `${PAGES}/shares/index` })
    await staff.screen.tapNth('.subject-row__share', 0)
    await staff.screen.tap('海报')
    await staff.screen.waitFor('保存到相册')
    await staff.screen.waitFor(() => !staff.screen.all('.bone').length, 'the poster drawn')
    await staff.screen.tap('.staff-poster__save')

    await staff.screen.waitFor(() => staff.phone.toasts.includes('已存到相册'), 'the picture saved')
    const [picture] = staff.phone.album
    expect(picture?.drawn).toContain('林悦')
    expect(picture?.drawn.filter((what) => what.startsWith('data:image/'))).toHaveLength(1)
    expect(staff.faults).toEqual([])
  })

  it('ask the manager for a group that a colleague owns, and show that it is asked', async () => {
    const staff = await openOn({ user: COLLEAGUE, group: GROUP, path: `${PAGES}/groups/index` })
    await staff.screen.tap('.groups__claim')
    await staff.screen.waitFor('这个群已经有同事负责')
    await staff.screen.typeNth('.field__input', 1, '我是群主')
    await staff.screen.tap('.groups__contest')

    await staff.screen.waitFor('等店长定')
    expect(staff.screen.see('现在由林悦负责')).toBe(true)
    const colleague = await aShopper(shop, COLLEAGUE)
    const { items } = await colleague.call<{ items: { note: string; state: string }[] }>(
      'GET',
      '/staff/group-claims',
    )
    expect(items[0]).toMatchObject({ note: '我是群主', state: 'open' })
    expect(staff.faults).toEqual([])
  })

  it('are no business of a customer', async () => {
    for (const page of ['members', 'serve', 'shares', 'ranking', 'rows'] as const) {
      const customer = await openOn({ user: 'curious', path: `${PAGES}/${page}/index` })
      await customer.screen.waitFor('没有找到这个页面')
    }
  })

  async function openOn(opening: Omit<Opening, 'apiUrl' | 'simulatorUrl'>): Promise<OpenApp> {
    const app = await openApp({ ...shop, ...opening })
    open.push(app)
    return app
  }
})

async function expectFigures(
  { screen }: OpenApp,
  { members, opens, conversion }: FiguresView,
): Promise<void> {
  const says = (figure: string) => screen.all(`.workbench__number--${figure}`)[0]?.textContent ?? ''
  await screen.waitFor(() => says('opens').startsWith(`${opens}打开`), `${opens} openings`)
  expect(says('members')).toMatch(new RegExp(`^${members}到店`))
  const fraction =
    conversion.whole === 0 ? '还没有人到店' : `${conversion.part}人付款/ ${conversion.whole} 人到店`
  expect(screen.see(fraction)).toBe(true)
}

/** `2026.10.01 – 2026.10.31` as the API takes it. */
function chosenDays({ screen }: OpenApp): string[] {
  const days = screen.find('.chosen-days').textContent?.match(/\d{4}\.\d{2}\.\d{2}/g) ?? []
  return days.map((day) => day.replaceAll('.', '-'))
}
