import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/**
 * Repeats `work` while the page is in front; it answers how many ms to wait until the next time. Stops with the
 * page, and with the app in the background. A run in flight is never doubled.
 */
export function useWhileShown(work: () => Promise<number>): void {
  const latest = useRef(work)
  latest.current = work
  const turn = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const stop = () => {
    turn.current += 1
    clearTimeout(timer.current)
  }
  const start = () => {
    stop()
    const mine = turn.current
    const step = async () => {
      const waitMs = await latest.current()
      if (turn.current === mine) timer.current = setTimeout(() => void step(), waitMs)
    }
    void step()
  }
  useDidShow(start)
  useDidHide(stop)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the page's end stops it, never a redraw
  useEffect(() => stop, [])
}
