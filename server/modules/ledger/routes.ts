import * as ledger from '@contract/ledger'
import { dayRange, MAX_RANGE_DAYS } from '@domain/figures/range'
import { ok, refuse } from '@domain/result'
import { DAY_MS } from '@domain/shop-time'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { mount } from '../../platform/mount'
import { recordAudit } from '../staff/audit'
import { creditedDetail } from '../staff/credited'
import { auditLedger } from './audit'
import { listAudits } from './audits'
import { correctCredit } from './correct'
import { exportLedger } from './export'
import { managedOrders } from './managed'

/** What a manager sees and does of the ledger. */
export function mountLedger(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  mount(app, deps, ledger.listManagedOrders, async ({ query }) => ok(await managedOrders(deps, query)))
  mount(app, deps, ledger.correctCredit, async ({ caller, params, body, nowMs }) => {
    const corrected = await correctCredit(deps, caller, params.id, body, nowMs)
    return corrected.ok ? creditedDetail(deps, caller, params.id) : corrected
  })
  mount(app, deps, ledger.exportLedger, async ({ caller, query, nowMs }) => {
    const range = dayRange(query.from, query.to)
    if (range.until <= range.from || range.until - range.from > MAX_RANGE_DAYS * DAY_MS) return refuse(RANGE)
    const text = await exportLedger(db, range, query.staffId ?? null)
    const audit = { at: nowMs, actorStaffId: caller.staff.staffId, action: 'ledger.exported' }
    await recordAudit(db, deps.ids, { ...audit, subject: 'ledger', detail: `${query.from} – ${query.to}` })
    return ok(Buffer.from(text, 'utf8'))
  })
  mount(app, deps, ledger.listAudits, async ({ query }) => ok(await listAudits(db, query)))
  mount(app, deps, ledger.checkLedger, async () => {
    const result = await auditLedger(db)
    if (result.ok) {
      const { orders, entries } = result.value
      return ok({ isRight: true, orders, entries, fault: null })
    }
    const { rule, key, orderId } = result.error
    return ok({ isRight: false, orders: 0, entries: 0, fault: { rule, key, orderId } })
  })
}

const RANGE = {
  code: 'request.invalid',
  message: `\`to\` must not be before \`from\`, and at most ${MAX_RANGE_DAYS} days lie between.`,
  field: '/query/to',
} as const
