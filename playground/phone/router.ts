import type { AppJson, PageInstance, Query } from './types'

const MOST_PAGES = 10

/** What the stack needs of a page; how it is drawn is the phone's affair. */
export interface StackPage {
  readonly instance: PageInstance
  readonly route: string
  readonly query: Query
  readonly isTab: boolean
  load(): void
  show(): void
  hide(): void
  unload(): void
}

/** Makes pages: loads what they need and builds them, hidden and not told anything yet. */
export interface PageMaker<P extends StackPage> {
  hasPage(route: string): boolean
  make(route: string, query: Query, isTab: boolean): Promise<P>
}

/** Refused by WeChat with `errMsg` ending in this reason. */
export class RouteRefusal extends Error {}

interface Place {
  readonly route: string
  readonly query: Query
}

/** The page stack and the tabs, by WeChat's rules: at most ten pages, tabs stay alive until a relaunch. */
export class Router<P extends StackPage = StackPage> {
  private stack: P[] = []
  private readonly tabs = new Map<string, P>()
  private moving: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly maker: PageMaker<P>,
    private readonly app: AppJson,
    private readonly onShown: (page: P, depth: number) => void,
    private readonly decodesQueries: boolean,
  ) {}

  get top(): P | undefined {
    return this.stack.at(-1)
  }

  pages = (): PageInstance[] => this.stack.map((page) => page.instance)

  isTab(route: string): boolean {
    return this.app.tabBar?.list.some((tab) => tab.pagePath === route) ?? false
  }

  navigateTo(url: string): Promise<void> {
    return this.inTurn(async () => {
      const place = this.placeOf(url)
      if (this.isTab(place.route)) throw new RouteRefusal('can not navigateTo a tabbar page')
      if (this.stack.length >= MOST_PAGES) throw new RouteRefusal(`webview count limit exceed`)
      const page = await this.create(place)
      this.top?.hide()
      this.stack.push(page)
      this.start(page)
    })
  }

  redirectTo(url: string): Promise<void> {
    return this.inTurn(async () => {
      const place = this.placeOf(url)
      if (this.isTab(place.route)) throw new RouteRefusal('can not redirectTo a tabbar page')
      const page = await this.create(place)
      const old = this.stack.pop()
      if (old) this.drop(old)
      this.stack.push(page)
      this.start(page)
    })
  }

  reLaunch(url: string): Promise<void> {
    return this.inTurn(async () => {
      const place = this.placeOf(url)
      const page = await this.create(place)
      for (const old of new Set([...this.stack, ...this.tabs.values()])) old.unload()
      this.tabs.clear()
      this.stack = [page]
      if (page.isTab) this.tabs.set(page.route, page)
      this.start(page)
    })
  }

  switchTab(url: string): Promise<void> {
    return this.inTurn(async () => {
      const { route } = this.placeOf(url)
      if (!this.isTab(route)) throw new RouteRefusal('can not switch to no-tabBar page')
      if (this.top?.route === route) return
      const kept = this.tabs.get(route)
      const page = kept ?? (await this.create({ route, query: {} }))
      for (const old of this.stack.slice(1)) old.unload()
      const first = this.stack[0]
      if (first && !first.isTab) first.unload()
      else first?.hide()
      this.tabs.set(route, page)
      this.stack = [page]
      if (kept) this.reveal(page)
      else this.start(page)
    })
  }

  navigateBack(delta = 1): Promise<void> {
    return this.inTurn(async () => {
      if (this.stack.length <= 1) throw new RouteRefusal('cannot navigate back at first page')
      const staying = Math.max(1, this.stack.length - delta)
      for (const old of this.stack.splice(staying).reverse()) old.unload()
      if (this.top) this.reveal(this.top)
    })
  }

  /** A page's path as the app writes it, absolute or beside the current page. */
  private placeOf(url: string): Place {
    const [path = '', search = ''] = url.split('?')
    const base = `/${this.top?.route ?? ''}`
    const route = new URL(path, `http://weapp${path.startsWith('/') ? '' : base}`).pathname
      .slice(1)
      .replace(/\.html$/, '')
    if (!this.maker.hasPage(route)) throw new RouteRefusal(`page "${route}" is not found`)
    return { route, query: parseQuery(search, this.decodesQueries) }
  }

  private create({ route, query }: Place): Promise<P> {
    return this.maker.make(route, query, this.isTab(route))
  }

  private start(page: P): void {
    page.load()
    this.reveal(page)
  }

  private reveal(page: P): void {
    this.onShown(page, this.stack.length)
    page.show()
  }

  private drop(page: P): void {
    if (!page.isTab) page.unload()
    else page.hide()
  }

  /** Moves happen one after another, as taps during a transition do in WeChat. */
  private inTurn(move: () => Promise<void>): Promise<void> {
    const next = this.moving.then(move, move)
    this.moving = next.catch(() => {})
    return next
  }
}

/** WeChat hands pages the query undecoded; some containers decode it. */
export function parseQuery(search: string, decodes: boolean): Query {
  const read = (text: string) => {
    try {
      return decodes ? decodeURIComponent(text) : text
    } catch {
      return text
    }
  }
  return Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair): [string, string] => {
        const at = pair.indexOf('=')
        return at < 0 ? [pair, ''] : [pair.slice(0, at), read(pair.slice(at + 1))]
      }),
  )
}
