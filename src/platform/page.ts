import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { decodeOnce } from './decode'

/** A page's parameters, decoded whatever the container did: some hand them over decoded, some not. */
export function useRouterParams(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter()
  return useMemo(() => {
    const all = Object.entries(params ?? {}).filter(([name]) => !name.startsWith('$'))
    return Object.fromEntries(all.map(([name, value]) => [name, decodeOnce(String(value))]))
  }, [params])
}

/** Each time the page comes to the front, also the first time. */
export const usePageShow = (callback: () => void): void => useDidShow(callback)

/** The end of the page is near: fetch more. */
export const usePageEnd = (callback: () => void): void => useReachBottom(callback)

/** Pulling down runs `reload` and lets the page spring back when it is done. */
export function usePullDown(reload: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    reload().finally(() => Taro.stopPullDownRefresh())
  })
}

/** Scrolls the page, ms for the way. */
export const scrollToTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
