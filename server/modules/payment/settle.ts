import type { Refusal } from '@contract/errors'
import { ok, type Result } from '@domain/result'
import type { Deps } from '../../platform/deps'
import type { Transaction } from '../../wechat/pay/transaction'
import { type Applied, applyPayment } from './apply'

/** Refunded money was paid money: an order is settled by it all the same. */
const isPaid = ({ state }: Transaction): boolean => state === 'SUCCESS' || state === 'REFUND'

const isOver = ({ state }: Transaction): boolean => state === 'CLOSED' || state === 'REVOKED'

/**
 * Asks WeChat Pay for the truth about a payment and takes it over. `open` where nobody has paid (yet), `closed`
 * where nobody can any more. Throws WeChatPayError where WeChat gives no answer.
 */
export async function settlePayment(
  deps: Deps,
  outTradeNo: string,
  nowMs: number,
): Promise<Result<Applied | 'open' | 'closed', Refusal>> {
  const transaction = await deps.pay.queryByOutTradeNo(outTradeNo)
  if (!transaction) return ok('open')
  if (!isPaid(transaction)) return ok(isOver(transaction) ? 'closed' : 'open')
  const applied = await applyPayment(deps, transaction, nowMs)
  if (!applied.ok) deps.log.error({ outTradeNo, refusal: applied.error }, 'a payment does not fit its order')
  return applied
}
