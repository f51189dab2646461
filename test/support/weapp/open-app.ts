import { knownWxNames } from '../../../playground/host/wx-names'
import { enterOptions } from '../../../playground/phone/boot-options'
import { Router } from '../../../playground/phone/router'
import type { ShareCard } from '../../../playground/phone/types'
import { routeApi } from '../../../playground/phone/wx/route'
import { Sharing } from '../../../playground/phone/wx/share'
import { storageApi } from '../../../playground/phone/wx/storage'
import { makeWx } from '../../../playground/phone/wx/wx'
import { BuiltApp, type BuiltPage } from './built-app'
import { fakeWx } from './fake-wx'
import type { Meter } from './meter'
import { aPhone, type Phone } from './phone'
import { Screen } from './screen'

export interface Opening {
  readonly apiUrl: string
  readonly simulatorUrl: string
  readonly path?: string
  readonly query?: string
  readonly scene?: number
  readonly user?: string
  readonly group?: string | null
  readonly chatType?: number
  readonly isOnline?: boolean
  /** DevTools' guest appid: WeChat itself gives no login, no group and no payment. */
  readonly isGuest?: boolean
  /** The API's address as built into the mini-program. */
  readonly builtInApi?: string
  /** Counts what every page gives its view. */
  readonly meter?: Meter
}

export interface OpenApp {
  readonly phone: Phone
  readonly screen: Screen
  readonly routes: readonly string[]
  /** Errors the app's code threw, and calls of `wx` nobody answers. */
  readonly faults: readonly string[]
  /** The page in front, as its view draws it. */
  drawn(): HTMLElement
  currentPage(): {
    readonly route: string
    readonly query: Readonly<Record<string, string>>
    readonly depth: number
  }
  navigate(move: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab', url: string): Promise<void>
  back(): Promise<void>
  /** What is shared by a button with this text, or from the menu behind the three dots. */
  shareFrom(origin: 'menu' | string): Promise<ShareCard>
  /** The app goes to the background and comes back by another card. */
  enter(opening: Pick<Opening, 'path' | 'query' | 'scene' | 'group' | 'chatType'>): Promise<void>
  /** Waits until no request has been under way for a moment: whatever the page wanted to show, it shows. */
  settled(): Promise<void>
  close(): Promise<void>
}

const QUIET_LOOKS = 6
const LOOK_EVERY_MS = 10
const DEFAULT_API = 'http://127.0.0.1:8787'

/** Opens the built mini-program on a phone of its own, as WeChat would from a card, a code or the list. */
export async function openApp(opening: Opening): Promise<OpenApp> {
  const { apiUrl, simulatorUrl, user = 'lin', group = null, builtInApi = DEFAULT_API } = opening
  const phone = aPhone(user, group)
  phone.isOnline = opening.isOnline ?? true
  phone.isGuest = opening.isGuest ?? false
  const faults: string[] = []
  const entered = { enter: enteredBy({ ...opening, group }) }
  const depth = { now: 0 }
  let built: BuiltApp
  const router = new Router<BuiltPage>(
    {
      hasPage: (route) => built.hasPage(route),
      make: async (route, query, isTab) => {
        const page = await built.make(route, query, isTab)
        opening.meter?.measure(page)
        return page
      },
    },
    { pages: [], tabBar: { list: tabs() } },
    (_page, now) => {
      depth.now = now
    },
    false,
  )
  const sharing = new Sharing(
    router,
    '群店',
    () => entered.enter.scene === 1154,
    () => {},
  )
  const wx = makeWx(
    {
      ...fakeWx(phone, { apiUrl, simulatorUrl, builtInApi }, entered),
      ...storageApi(user, true),
      ...routeApi(router),
      ...sharing.api(),
    },
    knownWxNames(),
  )
  const noteFault = (...parts: unknown[]) => void faults.push(parts.map(describe).join(' '))
  const complain = jest.spyOn(console, 'error').mockImplementation(noteFault)

  built = new BuiltApp(wx, router.pages)
  built.start()
  built.app.onLaunch?.(entered.enter)
  built.app.onShow?.(entered.enter)
  const home = built.json.pages[0] ?? ''
  const search = opening.query ? `?${opening.query}` : ''
  if (built.hasPage(entered.enter.path || home)) {
    await router.reLaunch(`/${entered.enter.path || home}${search}`)
  } else {
    // As WeChat does it: the app may open another page; otherwise home is shown.
    built.app.onPageNotFound?.({ path: entered.enter.path, query: entered.enter.query, isEntryPage: true })
    if (!router.top) await router.reLaunch(`/${home}`)
  }

  const top = (): BuiltPage => {
    if (!router.top) throw new Error('no page is open')
    return router.top
  }
  const screen = new Screen(() => top().rendered.dom)
  return {
    phone,
    screen,
    faults,
    routes: built.routes,
    drawn: () => top().rendered.dom,
    currentPage: () => ({ route: top().route, query: top().query, depth: depth.now }),
    navigate: (move, url) => router[move](url),
    back: () => router.navigateBack(),
    shareFrom: (origin) => {
      if (origin === 'menu') return sharing.card('menu', undefined)
      const button = screen.shareButton(origin)
      return sharing.card('button', { id: button.id, dataset: button.dataset })
    },
    enter: async (next) => {
      built.app.onHide?.()
      entered.enter = enteredBy({ group, ...next })
      built.app.onShow?.(entered.enter)
      await router.reLaunch(`/${entered.enter.path || home}${next.query ? `?${next.query}` : ''}`)
    },
    settled: async () => {
      for (let quiet = 0; quiet < QUIET_LOOKS; ) {
        await new Promise((look) => setTimeout(look, LOOK_EVERY_MS))
        quiet = phone.underWay === 0 ? quiet + 1 : 0
      }
    },
    close: async () => {
      while (router.pages().length > 1) await router.navigateBack()
      top().unload()
      complain.mockRestore()
    },
  }
}

const enteredBy = ({ path = '', query = '', scene, group, chatType }: Partial<Opening>) =>
  enterOptions({
    path,
    search: query,
    scene: scene ?? (group ? 1044 : 1001),
    chatType,
    group: group ?? null,
    decodesQueries: false,
  })

function tabs() {
  return new BuiltApp({}, () => []).json.tabBar?.list ?? []
}

function describe(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message
  return typeof part === 'string' ? part : JSON.stringify(part)
}
