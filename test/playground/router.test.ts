import { parseQuery, Router, type StackPage } from '../../playground/phone/router'
import type { PageInstance, Query } from '../../playground/phone/types'

const TABS = {
  pages: [],
  tabBar: {
    list: [
      { pagePath: 'home', text: '' },
      { pagePath: 'cart', text: '' },
    ],
  },
}
const KNOWN = ['home', 'cart', 'product', 'deep/list']

describe('the page stack', () => {
  let told: string[]
  let router: Router

  beforeEach(() => {
    told = []
    const make = async (route: string, query: Query, isTab: boolean): Promise<StackPage> => {
      const tell = (what: string) => () => void told.push(`${route} ${what}`)
      const instance = { route, options: query } as PageInstance
      return {
        instance,
        route,
        query,
        isTab,
        load: tell('load'),
        show: tell('show'),
        hide: tell('hide'),
        unload: tell('unload'),
      }
    }
    router = new Router({ hasPage: (route) => KNOWN.includes(route), make }, TABS, () => {}, false)
  })

  it('hides the page below, and shows it again on the way back', async () => {
    await router.reLaunch('/home')
    await router.navigateTo('/product?id=1')
    await router.navigateBack()

    expect(told).toEqual([
      'home load',
      'home show',
      'home hide',
      'product load',
      'product show',
      'product unload',
      'home show',
    ])
  })

  it('holds ten pages and refuses the eleventh', async () => {
    await router.reLaunch('/home')
    for (let i = 0; i < 9; i++) await router.navigateTo('/product')

    await expect(router.navigateTo('/product')).rejects.toThrow('webview count limit exceed')
    expect(router.pages()).toHaveLength(10)
  })

  it('keeps a tab alive while another one is shown, and ends the pages above it', async () => {
    await router.reLaunch('/home')
    await router.navigateTo('/product')
    await router.switchTab('/cart')
    await router.switchTab('/home')

    expect(told.filter((line) => line.startsWith('home'))).toEqual([
      'home load',
      'home show',
      'home hide',
      'home hide',
      'home show',
    ])
    expect(told).toContain('product unload')
  })

  it.each([
    ['navigateTo', '/cart', 'can not navigateTo a tabbar page'],
    ['switchTab', '/product', 'can not switch to no-tabBar page'],
    ['navigateTo', '/nowhere', 'page "nowhere" is not found'],
  ] as const)('refuses %s to %s', async (move, url, reason) => {
    await router.reLaunch('/home')

    await expect(router[move](url)).rejects.toThrow(reason)
  })

  it('finds a page beside the current one', async () => {
    await router.reLaunch('/deep/list')
    await router.navigateTo('../product?a=1')

    expect(router.top?.route).toBe('product')
  })

  it('lets moves wait for each other, as taps during a transition do', async () => {
    await router.reLaunch('/home')

    await Promise.all([router.navigateTo('/product'), router.navigateTo('/deep/list'), router.navigateBack()])

    expect(router.pages().map((page) => page.route)).toEqual(['home', 'product'])
  })
})

describe('a query', () => {
  it('reaches the page undecoded, or decoded where the container does so', () => {
    expect(parseQuery('scene=t%3DA&x', false)).toEqual({ scene: 't%3DA', x: '' })
    expect(parseQuery('scene=t%3DA&x', true)).toEqual({ scene: 't=A', x: '' })
  })

  it('survives what cannot be decoded', () => {
    expect(parseQuery('t=%E4%zz&=1', true)).toEqual({ t: '%E4%zz', '': '1' })
  })
})
