import * as glassEasel from 'glass-easel'
import { setBuiltInApi } from './addresses'
import { Bars } from './bars'
import { type BootOptions, enterOptions, readBootOptions } from './boot-options'
import { hearDesk, tellDesk } from './desk-link'
import { watchGestures } from './gestures'
import type { PackageFiles } from './package-files'
import { Page } from './page'
import { defineParts } from './parts/all'
import { PullDown } from './pull-down'
import { Router } from './router'
import { watchShareTaps } from './share-taps'
import type { AppJson, EnterOptions, Theme } from './types'
import { Weapp } from './weapp'
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

  const entered: { launch: EnterOptions; enter: EnterOptions } = {
    launch: options.enter,
    enter: options.enter,
  }
  const signals = new AppSignals()
  const network = new Network()
  const stage = document.getElementById('pages') as HTMLElement
  let weapp: Weapp
  const router = new Router<Page>(
    {
      hasPage: (route) => weapp.hasPage(route),
      make: async (route, query, isTab) => {
        const config = await weapp.pageConfig(route)
        const page = new Page(weapp.createPage(route), route, query, config, isTab)
        page.frame.hidden = true
        stage.append(page.frame)
        return page
      },
    },
    file.app,
    (page, depth) => bars.show(page, depth),
    options.decodesQueries,
  )
  const sharing = new Sharing(
    router,
    file.app.window?.navigationBarTitleText ?? '',
    () => entered.enter.scene === 1154,
  )
  const bars = new Bars(file.app, file.theme, {
    back: () => void router.navigateBack(),
    home: () => void router.reLaunch(`/${homePage}`),
    menu: () => taps.openMenu(),
    close: () => tellDesk({ kind: 'closed' }),
    openTab: (path) => void openTab(router, file.app, path),
  })
  const taps = watchShareTaps(sharing)
  const pull = new PullDown(stage, () => router.top)
  const wx = makeWx(
    answers(options, entered, { signals, network, router, bars, sharing, pull }),
    file.wxNames,
  )

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
  weapp.app.onLaunch?.(options.enter)
  weapp.app.onShow?.(options.enter)
  await openFirst(router, weapp, options.enter, homePage)
  window.__ready = true
  tellDesk({ kind: 'ready', user: options.persona.user })

  hearDesk((message) => {
    if (message.kind === 'network') network.set(message.isConnected, message.delayMs)
    else {
      entered.enter = enterOptions({
        ...message,
        chatType: message.chatType,
        decodesQueries: options.decodesQueries,
      })
      weapp.app.onShow?.(entered.enter)
      signals.show.send(entered.enter)
      void router.reLaunch(`/${entered.enter.path}${message.search ? `?${message.search}` : ''}`)
    }
  })
}

function answers(
  { persona, appId, isConsented }: BootOptions,
  entered: { launch: EnterOptions; enter: EnterOptions },
  parts: {
    signals: AppSignals
    network: Network
    router: Router<Page>
    bars: Bars
    sharing: Sharing
    pull: PullDown
  },
): Record<string, unknown> {
  const privacy = new Privacy(persona.user)
  if (isConsented) privacy.agree()
  const isSinglePage = entered.launch.scene === 1154
  return {
    ...systemApi(appId),
    ...lifecycleApi(entered, parts.signals),
    ...storageApi(persona.user, !isSinglePage),
    ...networkApi(parts.network),
    ...routeApi(parts.router),
    ...uiApi(parts.bars, parts.router, parts.pull),
    ...queryApi(parts.router),
    ...parts.sharing.api(),
    ...privacy.api(),
    ...privacy.guard(openApi(persona, entered), GUARDED),
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
  const search = new URLSearchParams(location.search).get('query') ?? ''
  if (weapp.hasPage(enter.path)) return router.reLaunch(`/${enter.path}${search ? `?${search}` : ''}`)
  console.error(`page not found: ${enter.path}`)
  weapp.app.onPageNotFound?.({ path: enter.path, query: enter.query, isEntryPage: true })
  if (!router.top) await router.reLaunch(`/${homePage}`)
}

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
