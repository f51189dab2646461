import * as glassEasel from 'glass-easel'
import { setBuiltInApi } from './addresses'
import { Bars } from './bars'
import { type BootOptions, readBootOptions } from './boot-options'
import { hearDesk, isOnDesk, tellDesk } from './desk-link'
import { watchGestures } from './gestures'
import { Life } from './life'
import { watchLinks } from './links'
import { obey, startClock } from './obey'
import { watchOpenTaps } from './open-taps'
import type { PackageFiles } from './package-files'
import { Page } from './page'
import { defineParts } from './parts/all'
import { PullDown } from './pull-down'
import { Router } from './router'
import { drawSinglePageBar } from './single-page'
import type { AppJson, Entered, EnterOptions, Theme } from './types'
import { Weapp } from './weapp'
import { fileSystemApi } from './wx/file-system'
import { Network, networkApi } from './wx/network'
import { openApi } from './wx/open'
import { Privacy } from './wx/privacy'
import { queryApi } from './wx/query'
import { routeApi } from './wx/route'
import { Sharing } from './wx/share'
import { storageApi } from './wx/storage'
import { AppSignals, lifecycleApi, systemApi } from './wx/system'
import { uiApi } from './wx/ui'
import { makeWx } from './wx/wx'

interface AppFile {
  readonly app: AppJson
  readonly theme: Theme | null
  readonly wxNames: readonly string[]
  readonly builtInApi: string
}

declare global {
  interface Window {
    __templates: Record<string, (name: string) => never>
    /** True once the first page is drawn: screenshots and tests wait for it. */
    __ready?: boolean
  }
}

const SINGLE_PAGE = 1154
const GUARDED = ['chooseAddress', 'scanCode', 'saveImageToPhotosAlbum', 'getClipboardData']

async function boot(): Promise<void> {
  // Leaves of Taro's tree have no children to loop over; WeChat says nothing about them either.
  glassEasel.addGlobalWarningListener((message) => !message.startsWith('The for-list data is neither'))
  defineParts()
  const file = await fetchJson<AppFile>('/weapp/app.json')
  setBuiltInApi(file.builtInApi)
  const homePage = file.app.entryPagePath ?? file.app.pages[0] ?? ''
  const options = readBootOptions(location.search, homePage)
  document.body.toggleAttribute('data-bare', options.isBare)
  if (!options.isBare) await startClock()

  const entered: Entered = { launch: options.enter, enter: options.enter, group: options.group }
  const isSinglePage = options.enter.scene === SINGLE_PAGE
  const signals = new AppSignals()
  const network = new Network()
  network.set(options.network)
  const stage = document.getElementById('pages') as HTMLElement
  let weapp: Weapp
  const router = new Router<Page>(
    {
      hasPage: (route) => weapp.hasPage(route),
      make: async (route, query, isTab) => {
        const config = await weapp.pageConfig(route)
        const page = new Page(weapp.createPage(route), route, query, config, isTab && !isSinglePage)
        page.frame.hidden = true
        stage.append(page.frame)
        return page
      },
    },
    file.app,
    (page, depth) => bars.show(page, depth),
    options.decodesQueries,
  )
  const life = new Life(entered, () => weapp.app, router, signals)
  const sharing = new Sharing(
    router,
    file.app.window?.navigationBarTitleText ?? '',
    () => isSinglePage,
    () => {
      life.hide()
      // Alone, the phone has no chats to pick from: the picker closes at once.
      if (!isOnDesk()) life.show()
    },
  )
  const bars = new Bars(file.app, file.theme, {
    back: () => void router.navigateBack(),
    home: () => void router.reLaunch(`/${homePage}`),
    menu: () => taps.openMenu(),
    close: () => {
      life.hide()
      tellDesk({ kind: 'left' })
      if (!isOnDesk()) life.show()
    },
    openTab: (path) => void openTab(router, file.app, path),
  })
  const taps = watchOpenTaps(options.user, sharing, life)
  const pull = new PullDown(stage, () => router.top)
  const privacy = new Privacy(options.user)
  if (options.isConsented) privacy.agree()
  const parts = { signals, network, router, bars, sharing, pull, privacy, life }
  const wx = makeWx(answers(options, parts), file.wxNames)

  weapp = await Weapp.start(
    {
      app: file.app,
      templates: window.__templates,
      fetchPackage: (root) => fetchJson<PackageFiles>(`/weapp/package?root=${root}`),
    },
    wx,
    router.pages,
  )
  passErrors(weapp, signals)
  watchGestures(stage)
  watchLinks(router)
  life.launch()
  await openFirst(router, weapp, options.enter, homePage)
  if (isSinglePage) drawSinglePageBar(options.enter, searchGiven())
  window.__ready = true
  tellDesk({ kind: 'ready', user: options.user })
  const { decodesQueries } = options
  hearDesk((message) => obey(message, { network, privacy, life, decodesQueries }))
}

function answers(
  { user, appId, fontSize, enter }: BootOptions,
  parts: {
    signals: AppSignals
    network: Network
    router: Router<Page>
    bars: Bars
    sharing: Sharing
    pull: PullDown
    privacy: Privacy
    life: Life
  },
): Record<string, unknown> {
  const isSinglePage = enter.scene === SINGLE_PAGE
  return {
    ...systemApi(appId, fontSize),
    ...lifecycleApi(parts.life.entered, parts.signals),
    ...storageApi(user, !isSinglePage),
    ...fileSystemApi(),
    ...networkApi(parts.network),
    ...routeApi(parts.router, isSinglePage),
    ...uiApi(parts.bars, parts.router, parts.pull),
    ...queryApi(parts.router),
    ...parts.sharing.api(),
    ...parts.privacy.api(),
    ...parts.privacy.guard(openApi(user, parts.life), GUARDED),
  }
}

async function openTab(router: Router<Page>, app: AppJson, path: string): Promise<void> {
  await router.switchTab(`/${path}`)
  const index = app.tabBar?.list.findIndex((tab) => tab.pagePath === path) ?? -1
  const tab = app.tabBar?.list[index]
  if (tab) router.top?.instance.onTabItemTap?.({ index, pagePath: path, text: tab.text })
}

async function openFirst(
  router: Router<Page>,
  weapp: Weapp,
  enter: EnterOptions,
  homePage: string,
): Promise<void> {
  const search = searchGiven()
  if (weapp.hasPage(enter.path)) return router.reLaunch(`/${enter.path}${search ? `?${search}` : ''}`)
  console.error(`page not found: ${enter.path}`)
  weapp.app.onPageNotFound?.({ path: enter.path, query: enter.query, isEntryPage: true })
  if (!router.top) await router.reLaunch(`/${homePage}`)
}

const searchGiven = (): string => new URLSearchParams(location.search).get('query') ?? ''

function passErrors(weapp: Weapp, signals: AppSignals): void {
  addEventListener('error', ({ error, message }) => {
    const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : message
    weapp.app.onError?.(text)
    signals.error.send(text)
  })
  addEventListener('unhandledrejection', ({ reason }) => signals.rejection.send({ reason }))
}

async function fetchJson<T>(url: string): Promise<T> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return (await answer.json()) as T
}

boot().catch((error: unknown) => {
  console.error(error)
  const stage = document.getElementById('pages')
  if (stage)
    stage.textContent = `这台手机打不开小程序：${error instanceof Error ? error.message : String(error)}`
})
