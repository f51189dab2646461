export type Fetch = typeof globalThis.fetch

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  /** The exact bytes: signatures are over these, never over a re-serialised object. */
  readonly body: Buffer
}

/** No whole answer came. Whether WeChat acted on the request is unknown. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  constructor(reason: string, cause: unknown) {
    super(`WeChat did not answer: ${reason}`, { cause })
  }
}

/** One HTTP exchange with WeChat, whole answer within `timeoutMs`. Throws Unreachable; any status is an answer. */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    const body = Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, body }
  } catch (cause) {
    // The URL may carry a secret or token in its query, so only the kind of failure is told.
    // By name, not class: the abort reason is a DOMException, which is not always an Error of our realm.
    const timedOut = Object(cause).name === 'TimeoutError'
    throw new Unreachable(timedOut ? `nothing within ${timeoutMs} ms` : 'connection failed', cause)
  }
}
