import { replayAll } from '../../server/modules/attribution/replay'
import type { Command } from './command'

const SHOWN = 20

/** `replay`: decides every stored order again from the facts it kept; fails where an answer differs. */
export const replayCommand: Command = {
  name: 'replay',
  usage: 'replay',
  summary: 'Decide every stored order again from the facts it kept and report any difference',
  takes: [0, 0],
  async run(work) {
    const { db } = await work.shop()
    const { orders, differences } = await replayAll(db)
    for (const { orderId, kept, replayed } of differences.slice(0, SHOWN)) {
      const text = ({ reason, staffId }: typeof kept) => `${reason} → ${staffId ?? 'none'}`
      work.say(`order ${orderId}: kept ${text(kept)}, replayed ${text(replayed)}`)
    }
    work.say(`${orders} orders replayed, ${differences.length} differ`)
    return differences.length === 0
  },
}
