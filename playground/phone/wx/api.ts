/** A refusal as WeChat tells it: `errMsg` is `name:fail reason`, some with an `errCode`. */
export class WxRefusal extends Error {
  constructor(
    reason: string,
    readonly errCode?: number,
  ) {
    super(reason)
  }
}

export interface Callbacks {
  success?(result: object): void
  fail?(result: object): void
  complete?(result: object): void
}

/** Calls whose native form gives no promise. */
const WITHOUT_PROMISE = new Set([
  'getGroupEnterInfo',
  'getShareInfo',
  'request',
  'downloadFile',
  'uploadFile',
])

/** An asynchronous call of `wx`: callbacks where they are given, else a promise. */
export function asynchronous<O extends object>(
  name: string,
  work: (options: O) => unknown,
): (options?: O & Callbacks) => Promise<object> | undefined {
  return (options = {} as O & Callbacks) => {
    const outcome = Promise.resolve()
      .then(() => work(options))
      .then(
        (result) => ({
          ok: true as const,
          result: { errMsg: `${name}:ok`, ...(result as object | undefined) },
        }),
        (error: unknown) => ({ ok: false as const, result: failure(name, error) }),
      )
    const hasCallbacks = Boolean(options.success || options.fail || options.complete)
    if (hasCallbacks || WITHOUT_PROMISE.has(name)) {
      void outcome.then(({ ok, result }) => {
        // Errors in the app's own callbacks must reach the console, not vanish in this promise.
        queueMicrotask(() => {
          if (ok) options.success?.(result)
          else options.fail?.(result)
          options.complete?.(result)
        })
      })
      return undefined
    }
    return outcome.then(({ ok, result }) => {
      if (ok) return result
      throw result
    })
  }
}

function failure(name: string, error: unknown): { errMsg: string; errCode?: number } {
  const reason = error instanceof Error ? error.message : String(error)
  const errMsg = `${name}:fail ${reason}`
  return error instanceof WxRefusal && error.errCode !== undefined
    ? { errMsg, errCode: error.errCode }
    : { errMsg }
}

/** A list of listeners with `onX` and `offX`. */
export class Signal<T> {
  private readonly listeners = new Set<(value: T) => void>()
  readonly on = (listener: (value: T) => void): void => void this.listeners.add(listener)
  readonly off = (listener?: (value: T) => void): void => {
    if (listener) this.listeners.delete(listener)
    else this.listeners.clear()
  }
  readonly send = (value: T): void => {
    for (const listener of this.listeners) listener(value)
  }
}
