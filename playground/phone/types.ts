export type Query = Record<string, string>

/** How the mini-program came to the foreground, as `wx.getEnterOptionsSync` tells it. */
export interface EnterOptions {
  readonly path: string
  readonly query: Query
  readonly scene: number
  readonly shareTicket?: string
  readonly chatType?: number
  readonly apiCategory: string
  readonly referrerInfo: Readonly<Record<string, unknown>>
}

export interface TabItem {
  readonly pagePath: string
  readonly text: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

/** The parts of app.json the phone acts on. */
export interface AppJson {
  readonly pages: readonly string[]
  readonly entryPagePath?: string
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly window?: WindowConfig
  readonly tabBar?: {
    readonly color?: string
    readonly selectedColor?: string
    readonly backgroundColor?: string
    readonly borderStyle?: string
    readonly list: readonly TabItem[]
  }
}

export interface WindowConfig {
  readonly navigationBarTitleText?: string
  readonly navigationBarBackgroundColor?: string
  readonly navigationBarTextStyle?: string
  readonly navigationStyle?: 'default' | 'custom'
  readonly backgroundColor?: string
  readonly enablePullDownRefresh?: boolean
  readonly onReachBottomDistance?: number
  readonly disableScroll?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
}

export type Theme = Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>

/** What a page does when it is shared. */
export interface ShareCard {
  readonly title: string
  readonly path: string
  readonly imageUrl: string | null
  readonly from: 'button' | 'menu'
  readonly withShareTicket: boolean
}

/** A page as the app's code sees it. */
export interface PageInstance {
  route: string
  options: Query
  setData(data: Record<string, unknown>, callback?: () => void): void
  onLoad?(query: Query): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPageScroll?(event: { scrollTop: number }): void
  onReachBottom?(): void
  onPullDownRefresh?(): void
  onTabItemTap?(item: { index: number; pagePath: string; text: string }): void
  onShareAppMessage?(from: unknown): unknown
  onShareTimeline?(): unknown
}

/** What the app gave to `App(…)`. */
export interface AppInstance {
  onLaunch?(options: EnterOptions): void
  onShow?(options: EnterOptions): void
  onHide?(): void
  onPageNotFound?(options: { path: string; query: Query; isEntryPage: boolean }): void
  onError?(message: string): void
  [field: string]: unknown
}

/** How the app came up, how it last came to the front, and the group of that card. */
export interface Entered {
  readonly launch: EnterOptions
  enter: EnterOptions
  group: string | null
}
