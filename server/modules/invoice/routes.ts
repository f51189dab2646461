import * as contract from '@contract/invoice'
import { ok, refuse } from '@domain/result'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { invoiceList, issueInvoice } from './issue'
import { orderInvoice, requestInvoice, withdrawInvoice } from './request'

/** Invoices: asked for by members, issued by managers in their tax software and marked here. */
export function mountInvoice(app: FastifyInstance, deps: Deps): void {
  mount(app, deps, contract.getOrderInvoice, async ({ caller, params }) => {
    const found = await orderInvoice(deps.db, { memberId: caller.memberId, orderId: params.id })
    return found ? ok(found) : refuse(NOT_FOUND)
  })
  mount(app, deps, contract.requestInvoice, ({ caller, params, body, nowMs }) =>
    requestInvoice(deps, { memberId: caller.memberId, orderId: params.id }, body, nowMs),
  )
  mount(app, deps, contract.withdrawInvoice, ({ caller, params, nowMs }) =>
    withdrawInvoice(deps, { memberId: caller.memberId, orderId: params.id }, nowMs),
  )
  mount(app, deps, contract.listInvoices, async ({ query }) => ok(await invoiceList(deps.db, query)))
  mount(app, deps, contract.issueInvoice, ({ caller, params, body, nowMs }) =>
    issueInvoice(deps, { invoiceId: params.id, staffId: caller.staff.staffId, ...body }, nowMs),
  )
}
