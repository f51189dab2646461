import type { Refusal } from '@contract/errors'
import { type Result, refuse } from '@domain/result'
import type { Deps } from '../../platform/deps'
import { WeChatPayError } from '../../wechat/pay/pay-error'

/** Where WeChat Pay gives no usable answer the member is told to try again; what failed goes to the log. */
export async function orUnavailable<T>(
  { log }: Pick<Deps, 'log'>,
  call: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof WeChatPayError)) throw error
    log.error({ err: error, api: error.api, kind: error.kind }, 'WeChat Pay gave no usable answer')
    return refuse({ code: 'payment.unavailable', message: 'WeChat Pay gives no answer; try again.' })
  }
}
