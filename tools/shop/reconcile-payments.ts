import { fen, yuanText } from '@domain/money'
import type { Difference } from '@domain/order/reconcile'
import { dayOf } from '@domain/shop-time'
import { reconcileDay } from '../../server/modules/payment/reconcile'
import type { Command } from './command'

const SHOWN = 50

/** `reconcile payments DAY`: our payments and refunds of a day against WeChat Pay's bill; fails where they differ. */
export const reconcilePaymentsCommand: Command = {
  name: 'reconcile payments',
  usage: 'reconcile payments 2026-07-03',
  summary:
    'Hold the payments and refunds of a day (Shanghai) against WeChat Pay’s bill and list every difference',
  takes: [1, 1],
  async run(work) {
    const day = work.args[0] ?? ''
    const from = Date.parse(`${day}T00:00:00+08:00`)
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(from) || dayOf(from) !== day) {
      work.say(`"${day}" is no day; write it as 2026-07-03.`)
      return false
    }
    const { payments, refunds, netFen, differences } = await reconcileDay(await work.shop(), day)
    for (const difference of differences.slice(0, SHOWN)) work.say(lineOf(difference))
    if (differences.length > SHOWN) work.say(`… and ${differences.length - SHOWN} more`)
    const counted = `${day}: WeChat bills ${payments} payments and ${refunds} refunds, ¥${yuanText(fen(netFen))} net`
    work.say(
      `${counted}; ${differences.length === 0 ? 'the shop says the same' : `${differences.length} differ`}`,
    )
    return differences.length === 0
  },
}

function lineOf(difference: Difference): string {
  const { kind, number } = difference
  switch (difference.why) {
    case 'ours_only':
      return `${kind} ${number}: ¥${yuanText(difference.ours)} here, not on WeChat’s bill`
    case 'theirs_only':
      return `${kind} ${number}: ¥${yuanText(difference.theirs)} on WeChat’s bill, not here`
    case 'amount_differs':
      return `${kind} ${number}: ¥${yuanText(difference.ours)} here, ¥${yuanText(difference.theirs)} on WeChat’s bill`
  }
}
