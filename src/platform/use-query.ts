import type { Result } from '@domain/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiError } from './http'
import { onBackOnline } from './network'
import { keep, recall } from './storage'

/** What a screen draws. `stale`: the last fetch failed, and this is what was known before. */
export type Query<T> = { readonly reload: () => Promise<void> } & (
  | { readonly status: 'loading' }
  | { readonly status: 'empty'; readonly value: T }
  | { readonly status: 'failed'; readonly error: ApiError }
  | { readonly status: 'offline'; readonly error: ApiError }
  | { readonly status: 'ready'; readonly value: T; readonly stale: boolean; readonly isRefreshing: boolean }
)

interface Options<T> {
  /** Nothing to show although the answer is there. */
  readonly isEmpty?: (value: T) => boolean
  /** Keep the last answer across restarts, for a first paint without a network. */
  readonly persist?: boolean
  /** Fetches again behind what is shown whenever this changes, such as member and group of a home feed. */
  readonly refreshOn?: string
}

const known = new Map<string, unknown>()
const MOST_KNOWN = 60
const VERSION = 1
const ABOUT_NOTHING: ApiError = { code: 'thing.not_found', message: 'nothing was asked for' }
const storageKey = (key: string) => `query.${key}`

function remember(key: string, value: unknown, persist: boolean): void {
  known.delete(key)
  known.set(key, value)
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value as string)
  if (persist) keep(storageKey(key), VERSION, value)
}

/** Puts an answer that came another way (such as the cart after a change) where `useQuery(key)` finds it. */
export function primeQuery<T>(key: string, value: T): void {
  remember(key, value, false)
  for (const listen of listeners.get(key) ?? []) listen()
}

/** Forgets every answer: they were somebody else's, such as a member's who erased themselves. */
export const forgetAnswers = (): void => known.clear()

const listeners = new Map<string, Set<() => void>>()

/**
 * Fetches for a screen and answers the state to draw. The same key shares its last answer between pages, so a
 * second visit paints at once and refreshes behind. `wanted` null waits, say for a login; undefined or empty is a page
 * opened without what it is about: nothing will ever come, which is `thing.not_found`. Reload never rejects.
 */
export function useQuery<T>(
  wanted: string | null | undefined,
  fetcher: () => Promise<Result<T, ApiError>>,
  options: Options<T> = {},
): Query<T> {
  const { isEmpty, persist = false, refreshOn = '' } = options
  const key = wanted || null
  const [, redraw] = useState(0)
  const failure = useRef<{ key: string; error: ApiError } | null>(null)
  const isBusy = useRef(false)
  const turn = useRef(0)
  const latest = useRef({ key, fetcher })
  latest.current = { key, fetcher }

  const reload = useCallback(async () => {
    const asked = latest.current
    if (asked.key === null) return
    isBusy.current = true
    turn.current += 1
    const mine = turn.current
    redraw((n) => n + 1)
    const answer = await asked.fetcher()
    // An older answer, or one for another key, says nothing any more.
    if (latest.current.key !== asked.key || turn.current !== mine) return
    isBusy.current = false
    failure.current = answer.ok ? null : { key: asked.key, error: answer.error }
    if (answer.ok) remember(asked.key, answer.value, persist)
    redraw((n) => n + 1)
  }, [persist])

  useEffect(() => {
    if (key === null) return
    const listen = () => redraw((n) => n + 1)
    const group = listeners.get(key) ?? new Set()
    listeners.set(key, group.add(listen))
    void reload()
    const stop = onBackOnline(() => void (failure.current && reload()))
    return () => {
      group.delete(listen)
      stop()
    }
  }, [key, reload])

  const refreshed = useRef(refreshOn)
  useEffect(() => {
    if (refreshed.current === refreshOn) return
    refreshed.current = refreshOn
    void reload()
  }, [refreshOn, reload])

  if (key !== null && persist && !known.has(key)) {
    const kept = recall<T>(storageKey(key), VERSION)
    if (kept !== null) known.set(key, kept)
  }
  const error = failure.current?.key === key ? failure.current.error : null
  if (key !== null && known.has(key)) {
    const value = known.get(key) as T
    if (isEmpty?.(value)) return { status: 'empty', value, reload }
    return { status: 'ready', value, stale: error !== null, isRefreshing: isBusy.current, reload }
  }
  if (wanted === undefined || wanted === '') return { status: 'failed', error: ABOUT_NOTHING, reload }
  if (!error) return { status: 'loading', reload }
  return { status: error.code === 'network' ? 'offline' : 'failed', error, reload }
}
