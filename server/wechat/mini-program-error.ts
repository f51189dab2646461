export type MiniProgramErrorKind =
  /** Busy, broken or out of reach: try again later. */
  | 'unavailable'
  | 'rate_limited'
  /** A login or phone code that is wrong, used up or expired: the client must get a new one. */
  | 'code_invalid'
  /** WeChat holds this user for high-risk. */
  | 'blocked'
  | 'token_invalid'
  /** The user has not accepted this message, or used the acceptance up. */
  | 'not_subscribed'
  /** Wrong appid or secret, IP address not allowed, secret frozen: a person must mend it. */
  | 'misconfigured'
  | 'refused'

/** errcode → what to do about it. developers.weixin.qq.com/miniprogram/dev, errors of each API. */
const KIND: Readonly<Record<number, MiniProgramErrorKind>> = {
  [-1]: 'unavailable',
  40001: 'token_invalid',
  40014: 'token_invalid',
  42001: 'token_invalid',
  41001: 'token_invalid',
  40029: 'code_invalid',
  40163: 'code_invalid',
  40226: 'blocked',
  45009: 'rate_limited',
  45011: 'rate_limited',
  43108: 'rate_limited',
  43101: 'not_subscribed',
  40002: 'misconfigured',
  40013: 'misconfigured',
  40125: 'misconfigured',
  40164: 'misconfigured',
  40243: 'misconfigured',
  41002: 'misconfigured',
  41004: 'misconfigured',
  89503: 'misconfigured',
  89506: 'misconfigured',
  89507: 'misconfigured',
}

/** No connection was made, so nothing was sent. */
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** WeChat's mini-program API refused or failed. `errcode` is WeChat's own, null where no answer came. */
export class MiniProgramError extends Error {
  override readonly name = 'MiniProgramError'
  constructor(
    readonly kind: MiniProgramErrorKind,
    readonly api: string,
    readonly errcode: number | null,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${api}: ${reason}${errcode === null ? '' : ` (errcode ${errcode})`}`, options)
  }

  /**
   * False where WeChat has certainly not done what was asked: it said so, or it was never reached. A call that must not
   * be done twice may only then be tried again.
   */
  get mayHaveActed(): boolean {
    if (this.errcode !== null) return false
    // By shape, not class: a connection's error is not always an Error of our realm.
    for (let at = Object(this.cause); 'message' in at; at = Object(at.cause)) {
      if (NEVER_REACHED.includes(String(at.code))) return false
    }
    return true
  }
}

/** The typed error for an errcode; unknown codes are plain refusals. */
export const miniProgramError = (api: string, errcode: number, errmsg: string): MiniProgramError =>
  new MiniProgramError(KIND[errcode] ?? 'refused', api, errcode, errmsg)
