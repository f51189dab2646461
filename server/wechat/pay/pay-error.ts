export type WeChatPayErrorKind =
  /** No answer, HTTP 5xx, or an answer we cannot trust: what WeChat did is unknown. Ask by query. */
  | 'unavailable'
  /** 2xx, but not signed by WeChat Pay: treated as no answer. */
  | 'untrusted'
  | 'rate_limited'
  /** Our own signature, serial or clock was refused: a person must mend it. */
  | 'unauthorized'
  | 'not_found'
  | 'refused'

export interface WeChatPayFailure {
  readonly kind: WeChatPayErrorKind
  /** Our name of the call: `prepay`, `refund`, … */
  readonly api: string
  readonly status: number | null
  /** WeChat Pay's own code; names vary between its page generations, so decide by `kind`. */
  readonly code: string | null
  readonly requestId: string | null
}

/** A call to WeChat Pay was refused or failed. */
export class WeChatPayError extends Error implements WeChatPayFailure {
  override readonly name = 'WeChatPayError'
  readonly kind: WeChatPayErrorKind
  readonly api: string
  readonly status: number | null
  readonly code: string | null
  readonly requestId: string | null

  constructor(failure: WeChatPayFailure, reason: string, options?: ErrorOptions) {
    super(`${failure.api}: ${reason}${failure.code === null ? '' : ` (${failure.code})`}`, options)
    this.kind = failure.kind
    this.api = failure.api
    this.status = failure.status
    this.code = failure.code
    this.requestId = failure.requestId
  }

  /** Whether WeChat Pay may have acted on the request all the same. */
  get isOutcomeUnknown(): boolean {
    return this.kind === 'unavailable' || this.kind === 'untrusted'
  }
}

/** Refusals WeChat Pay sends as HTTP 500 though asking again cannot help. */
const FINAL_500 = new Set(['OPENID_MISMATCH', 'INVALID_TRANSACTIONID'])

/** The HTTP class decides first, then the code. */
export function kindOf(status: number, code: string | null): WeChatPayErrorKind {
  if (status >= 500) return code !== null && FINAL_500.has(code) ? 'refused' : 'unavailable'
  if (status === 429) return 'rate_limited'
  if (status === 401) return 'unauthorized'
  if (status === 404) return 'not_found'
  return 'refused'
}
