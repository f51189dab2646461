import { useCallback, useRef, useState } from 'react'

/** Runs one thing at a time: a second tap while the first is under way does nothing. */
export function useAction<A extends unknown[], R>(
  work: (...args: A) => Promise<R>,
): { readonly isBusy: boolean; readonly run: (...args: A) => Promise<R | undefined> } {
  const [isBusy, setBusy] = useState(false)
  const latest = useRef(work)
  latest.current = work
  const lock = useRef(false)
  const run = useCallback(async (...args: A) => {
    if (lock.current) return undefined
    lock.current = true
    setBusy(true)
    try {
      return await latest.current(...args)
    } finally {
      lock.current = false
      setBusy(false)
    }
  }, [])
  return { isBusy, run }
}
