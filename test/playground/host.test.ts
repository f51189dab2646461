import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { buildPlayground } from '../../playground/app'
import { launchChromium } from '../../tools/shots/browser'
import { chromiumPath, describeInChromium } from '../support/playground/desk'
import { type FakeStreet, openFakeStreet } from '../support/playground/fake-street'
import { writeSmallWeapp } from '../support/playground/small-weapp'

const PATIENCE_MS = 20_000

describeInChromium('the host of the mini-program', () => {
  const weapp = writeSmallWeapp()
  let street: FakeStreet
  let app: FastifyInstance
  let browser: Browser
  let url: string

  beforeAll(async () => {
    street = await openFakeStreet()
    app = await buildPlayground({
      weappDir: weapp.folder,
      apiUrl: street.url,
      simulatorUrl: street.url,
      builtInApi: 'http://shop.test',
    })
    url = await app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchChromium(chromiumPath as string)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await street?.close()
    weapp.remove()
  })

  const openPhone = async (options: Record<string, string> = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    await page.goto(`${url}/phone?${new URLSearchParams({ as: 'lin', bare: '1', ...options })}`)
    await page.waitForFunction('window.__ready === true')
    return page
  }
  const kept = (page: Page, key: string) =>
    page.evaluate((name) => JSON.parse(localStorage.getItem(`weapp:lin:${name}`) ?? 'null'), key)
  const heard = (page: Page, name: string): Promise<unknown> =>
    page
      .waitForFunction(
        (wanted) => {
          const all = JSON.parse(localStorage.getItem('weapp:lin:heard') ?? '[]') as [string, unknown][]
          const found = all.filter(([one]) => one === wanted)
          return found.length > 0 ? found.map(([, detail]) => detail) : null
        },
        name,
        { timeout: PATIENCE_MS },
      )
      .then(async (handle) => (await (handle.jsonValue() as Promise<unknown[]>)).at(-1))
  const tell = (page: Page, message: object) =>
    page.evaluate((desk) => postMessage({ desk }, location.origin), message)

  it('loads a subpackage when it is first needed, and refuses an eleventh page', async () => {
    const page = await openPhone()
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))

    await page.locator('.deeper').first().click()
    for (let depth = 1; depth < 9; depth++) {
      await page.locator(`.frame:not([hidden]) .depth:text-is("${depth}")`).waitFor()
      await page.locator('.frame:not([hidden]) .deeper').click()
    }
    await page.locator('.frame:not([hidden]) .depth:text-is("9")').waitFor()
    await page.locator('.frame:not([hidden]) .deeper').click()

    await page.waitForFunction(`localStorage.getItem('weapp:lin:refused') !== null`)
    expect(await kept(page, 'refused')).toBe('navigateTo:fail webview count limit exceed')
    expect(loaded.filter((one) => one.includes('/weapp/package?root=far'))).toHaveLength(1)
  })

  it('starts cold with the options of a card, warm with those of the next, and comes back as it was', async () => {
    const page = await openPhone({ open: 'pages/home', query: 'q=a%20b', scene: '1044', group: 'one' })
    const launch = await kept(page, 'launch')
    await tell(page, {
      kind: 'enter',
      path: 'pages/home',
      search: 'q=two',
      scene: 1008,
      group: 'two',
      chatType: 3,
    })
    await page.locator('.query:text-is("two")').waitFor()
    await page.locator('.count').click()
    await tell(page, { kind: 'leave' })
    await tell(page, { kind: 'recall', scene: 1001 })

    await page.waitForFunction(`JSON.parse(localStorage.getItem('weapp:lin:shows')).length === 3`)
    const shows = await kept(page, 'shows')
    expect(launch).toMatchObject({
      scene: 1044,
      shareTicket: 'ticket-one',
      chatType: 3,
      query: { q: 'a%20b' },
    })
    expect(shows[1]).toMatchObject({ scene: 1008, query: { q: 'two' } })
    expect(shows[1].shareTicket).toBeUndefined()
    expect(shows[2]).toMatchObject({ scene: 1001 })
    expect(await kept(page, 'hides')).toBe(2)
    expect(await page.locator('.n').innerText()).toBe('1')
  })

  it('hands over queries undecoded, or decoded where a container does that', async () => {
    const undecoded = await openPhone({ query: 'q=a%20b' })
    const decoded = await openPhone({ query: 'q=a%20b', decoded: '1' })

    expect(await undecoded.locator('.query').innerText()).toBe('a%20b')
    expect(await decoded.locator('.query').innerText()).toBe('a b')
  })

  it('hides the browser from the app, measures rpx by its width, and fails by name', async () => {
    const page = await openPhone()
    await page.locator('.unknown').click()

    expect(new Set(Object.values((await heard(page, 'globals')) as object))).toEqual(new Set(['undefined']))
    expect((await page.locator('.half').boundingBox())?.width).toBe(195)
    expect(await heard(page, 'unknown')).toBe('unknown wx call: startWifi')
  })

  it('sends ten requests at once and no more', async () => {
    const page = await openPhone()
    const asked: string[] = []
    page.on('request', (request) => request.url().endsWith('/api/slow') && asked.push(request.url()))

    await page.locator('.ask').click()
    while (asked.length < 10) await page.waitForRequest(/\/api\/slow$/)
    street.letGo()
    await heard(page, 'answer')
    while (asked.length < 14) await page.waitForRequest(/\/api\/slow$/)

    expect(street.mostAtOnce()).toBeLessThanOrEqual(10)
  })

  it('is offline and flaky when told', async () => {
    const page = await openPhone({ network: 'none' })
    await page.locator('.get').click()
    expect(await heard(page, 'answer')).toMatch(/^request:fail/)

    await tell(page, { kind: 'network', network: 'flaky' })
    await page.evaluate(() => localStorage.removeItem('weapp:lin:heard'))
    await page.locator('.get').click()
    expect(await heard(page, 'answer')).toMatch(/^request:fail/)
    await page.evaluate(() => localStorage.removeItem('weapp:lin:heard'))
    await page.locator('.get').click()
    expect(await heard(page, 'answer')).toBe('request:ok')
  })

  it('has the built-in components with their events', async () => {
    const page = await openPhone({ open: 'pages/parts' })
    const part = (css: string) => page.locator(`.frame:not([hidden]) ${css}`)

    expect(await heard(page, 'drawn')).toBe('string')
    await part('.input input').pressSequentially('群店好啊')
    expect(await heard(page, 'input')).toMatchObject({ value: '群店好' })
    await part('.area textarea').fill('备注')
    expect(await heard(page, 'area')).toMatchObject({ value: '备注' })
    await part('.switch').click()
    expect(await heard(page, 'switch')).toEqual({ value: true })
    await part('.radio-b').click()
    expect(await heard(page, 'radio')).toEqual({ value: 'b' })
    await part('.box').click()
    await part('.box-y').click()
    expect(await heard(page, 'checkbox')).toEqual({ value: ['x', 'y'] })
    await part('.picker').click()
    await page.locator('.picker-columns select').selectOption('2')
    await page.locator('.sheet-confirm').click()
    expect(await heard(page, 'pick')).toEqual({ value: '2' })
    await part('.phone').click()
    await page.getByText('允许', { exact: true }).click()
    expect(await heard(page, 'phone')).toMatchObject({ code: 'a-code' })
    await part('.scroll').evaluate((box) => box.scrollTo(0, 500))
    expect(await heard(page, 'lower')).toEqual({ direction: 'bottom' })
    await part('.swiper').evaluate((box) => box.shadowRoot?.firstElementChild?.scrollTo(1000, 0))
    expect(await heard(page, 'swiper')).toMatchObject({ current: 1 })
    expect(await part('.rich b').innerText()).toBe('文本')
    const objectFit = (css: string) => part(`${css} img`).evaluate((img) => getComputedStyle(img).objectFit)
    expect(await objectFit('.cover')).toBe('cover')
    await page.waitForFunction(() => document.querySelector('.wide')?.clientHeight === 40)
  })

  it('shows service notifications, forwards cards, and moves one clock for all', async () => {
    const context = await browser.newContext({ viewport: { width: 1560, height: 1000 } })
    context.setDefaultTimeout(PATIENCE_MS)
    const desk = await context.newPage()
    await desk.goto(url)
    const phone = desk.frameLocator('#phone')

    await desk.locator('[data-chat="service"]').click()
    await desk.locator('.notice', { hasText: '订单已支付' }).click()
    await phone.locator('.query:text-is("notice")').waitFor()
    await phone.locator('[aria-label="更多"]').click()
    await phone.locator('[data-menu="chat"]').click()
    await desk.locator('[data-chat="single:friend"]').click()
    await desk.locator('.message', { hasText: '一张卡片' }).locator('.forward').click()
    await desk.locator('[data-chat="group:wild-market"]').click()
    await desk.locator('.card', { hasText: '一张卡片' }).click()
    await phone.locator('.query:text-is("shared")').waitFor()
    await desk.locator('#time button', { hasText: '+1 小时' }).click()
    await desk.locator('.now[data-moved]').waitFor()

    const moved = await (await fetch(`${url}/desk/clock`)).json()
    expect(moved.offsetMs).toBe(3_600_000)
  })
})
