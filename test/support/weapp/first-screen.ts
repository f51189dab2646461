import type { RunningShop } from '../shop/start-shop'
import { GROUP, PRODUCT, TOKENS } from './demo-shop'
import { Meter, type Traffic, type Tree, treeOf } from './meter'
import { type OpenApp, openApp } from './open-app'

/** What a cold start costs until the page shows what the visitor came for, and once everything it wanted is there. */
export interface FirstScreen {
  readonly requestsToFirst: number
  readonly toFirst: Traffic
  readonly requests: number
  readonly all: Traffic
  readonly tree: Tree
}

/** The cold starts that are measured, and what stands for meaningful content on each. */
export const COLD_STARTS = {
  home: { path: 'pages/home/index', query: '', sign: 'feed-card' },
  product: { path: PRODUCT, query: `t=${TOKENS.staffCard}`, sign: 'product__price' },
} as const
export type ColdStart = keyof typeof COLD_STARTS

/** Opens the app for the first time on a phone that has never seen it, from a card in a group. */
export async function coldStart(
  shop: RunningShop,
  which: ColdStart,
  user: string,
): Promise<{ screen: FirstScreen; app: OpenApp; meter: Meter }> {
  const { path, query, sign } = COLD_STARTS[which]
  const meter = new Meter()
  let app: OpenApp | null = null
  let first: { requestsToFirst: number; toFirst: Traffic } | null = null
  meter.afterEach(() => {
    if (first || !app || app.screen.all(`.${sign}`).length === 0) return
    first = { requestsToFirst: app.phone.requests.length, toFirst: meter.now() }
  })
  app = await openApp({ ...shop, path, query, user, group: GROUP, meter })
  const opened = app
  await opened.screen.waitFor(() => first !== null, `the first .${sign}`)
  await opened.settled()
  if (!first) throw new Error('nothing was shown')
  const all = meter.now()
  const screen = {
    ...(first as { requestsToFirst: number; toFirst: Traffic }),
    requests: opened.phone.requests.length,
    all,
    tree: treeOf(opened.drawn()),
  }
  return { screen, app: opened, meter }
}
