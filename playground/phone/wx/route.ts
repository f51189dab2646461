import type { Router } from '../router'
import { asynchronous } from './api'

type Moves = Pick<Router, 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'>

interface Target {
  readonly url: string
}

export function routeApi(router: Moves): Record<string, unknown> {
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
