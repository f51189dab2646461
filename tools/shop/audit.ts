import { NOBODY } from '@domain/ledger/entry'
import { yuanText } from '@domain/money'
import { auditLedger } from '../../server/modules/ledger/audit'
import { staff } from '../../server/schema/staff'
import type { Command } from './command'

/** `audit`: holds the ledger against the orders; fails on the first wrong row and names it. */
export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit',
  summary: 'Hold the credit ledger against the orders and name the first wrong row',
  takes: [0, 0],
  async run(work) {
    const { db } = await work.shop()
    const result = await auditLedger(db)
    if (!result.ok) {
      const { rule, key, orderId } = result.error
      work.say(`wrong: ${rule} at ${key ?? 'a missing row'} of order ${orderId}`)
      return false
    }
    const { orders, entries, total, byAccount } = result.value
    const names = new Map((await db.select().from(staff)).map(({ id, name }) => [id, name]))
    work.say(`${orders} orders, ${entries} ledger lines, ¥${yuanText(total)}: every line is as it must be`)
    for (const [account, amount] of Object.entries(byAccount)) {
      const name = account === NOBODY ? 'none (nobody earned)' : (names.get(account) ?? account)
      work.say(`  ¥${yuanText(amount).padStart(12)}  ${name}`)
    }
    return true
  },
}
