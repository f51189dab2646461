import type { ShopView } from '@contract/shop'
import type { Result } from '@domain/result'
import { create } from 'zustand'
import { noteServerTime } from './clock'
import { type ApiError, send } from './http'

/** The shop as a visitor may know it; null until it was asked once. */
export const useShop = create<{ shop: ShopView | null }>()(() => ({ shop: null }))

let asking: Promise<Result<ShopView, ApiError>> | null = null

/** Asks for the shop and puts the clock right by its time. Callers at the same moment share one request. */
export function askShop(): Promise<Result<ShopView, ApiError>> {
  asking ??= ask().finally(() => {
    asking = null
  })
  return asking
}

async function ask(): Promise<Result<ShopView, ApiError>> {
  const sentAt = Date.now()
  const answer = await send<ShopView>({ method: 'GET', path: '/shop' })
  if (answer.ok) {
    noteServerTime(answer.value.serverTime, sentAt, Date.now())
    useShop.setState({ shop: answer.value })
  }
  return answer
}

/** Where WeChat's simulator listens, if the shop says that WeChat is simulated; else null. */
export async function simulatorUrl(): Promise<string | null> {
  const known = useShop.getState().shop
  if (known) return known.simulated?.simulatorUrl ?? null
  const answer = await askShop()
  return answer.ok ? (answer.value.simulated?.simulatorUrl ?? null) : null
}
