import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunningShop, startShop } from '../support/shop/start-shop'
import { DIST } from '../support/weapp/built-app'
import { openApp } from '../support/weapp/open-app'

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

const { pages, subPackages = [] } = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as AppJson
const ROUTES = [
  ...pages,
  ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`)),
]

/** What a page may be given by a card, a link of ours, or a stranger; none of it exists in this shop. */
const QUERY = 'id=00000000-0000-4000-8000-000000000000&t=unknown-token&scene=%E4%B9%B1%25zz'

describe('every page of the built mini-program', () => {
  let shop: RunningShop

  beforeAll(async () => {
    shop = await startShop()
  })

  afterAll(() => shop.stop())

  it.each(ROUTES)('%s opens by a stale link without throwing', async (path) => {
    const app = await openApp({ ...shop, path, query: QUERY, group: 'chunfeng-1' })

    await app.settled()

    expect(app.faults).toEqual([])
    await app.close()
  })

  it.each(ROUTES)('%s opens without a network and without throwing', async (path) => {
    const app = await openApp({ ...shop, path, isOnline: false })

    await app.settled()

    expect(app.faults).toEqual([])
    await app.close()
  })

  it('opens home for a card whose page is gone', async () => {
    const app = await openApp({ ...shop, path: 'pages/long-gone/index' })

    await app.settled()

    expect(app.currentPage().route).toBe(pages[0])
    await app.close()
  })

  it('opens the product page in Moments without asking for a login', async () => {
    const app = await openApp({ ...shop, path: 'pages/product/index', query: QUERY, scene: 1154 })

    await app.settled()

    expect(app.phone.requests.filter((request) => /session|touch/.test(request))).toEqual([])
    expect(app.faults).toEqual([])
    await app.close()
  })
})
