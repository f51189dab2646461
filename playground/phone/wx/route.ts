import type { Router } from '../router'
import { asynchronous, WxRefusal } from './api'

/** The ways from page to page. */
export type Moves = Pick<Router, 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'>

interface Target {
  readonly url: string
}

/** In Moments' single page there is no way to another page. */
export function routeApi(moves: Moves, isSinglePage = false): Record<string, unknown> {
  const router = isSinglePage ? STANDING : moves
  const events = { emit: () => {}, on: () => {}, once: () => {}, off: () => {} }
  return {
    navigateTo: asynchronous('navigateTo', async ({ url }: Target) => {
      await router.navigateTo(url)
      return { eventChannel: events }
    }),
    redirectTo: asynchronous('redirectTo', async ({ url }: Target) => void (await router.redirectTo(url))),
    reLaunch: asynchronous('reLaunch', async ({ url }: Target) => void (await router.reLaunch(url))),
    switchTab: asynchronous('switchTab', async ({ url }: Target) => void (await router.switchTab(url))),
    navigateBack: asynchronous(
      'navigateBack',
      async ({ delta = 1 }: { delta?: number }) => void (await router.navigateBack(delta)),
    ),
    preloadSubpackage: asynchronous('preloadSubpackage', () => undefined),
  }
}

const stay = async (): Promise<never> => {
  throw new WxRefusal('not supported in single page mode')
}
const STANDING: Moves = {
  navigateTo: stay,
  redirectTo: stay,
  reLaunch: stay,
  switchTab: stay,
  navigateBack: stay,
}
