import type { Refusal } from '@contract/errors'
import * as contract from '@contract/figures'
import { dayRange, MAX_RANGE_DAYS } from '@domain/figures/range'
import type { TimeRange } from '@domain/figures/rows'
import { ok, type Result, refuse } from '@domain/result'
import { DAY_MS } from '@domain/shop-time'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { mount } from '../../platform/mount'
import { isOwnedGroup } from '../group/store'
import { ranking } from './ranking'
import { nextRollUp, ROLL_UP_FIGURES, rollUpFigures } from './roll-up'
import { rowsBehind } from './rows'
import { figuresOf } from './service'

interface Days {
  readonly from: string
  readonly to: string
}

/** Figures of staff and of the shop over any days, the ranking, and the rows behind each number. */
export function mountFigures(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  deps.jobs.every(ROLL_UP_FIGURES, nextRollUp, async (nowMs) => {
    await rollUpFigures(db, nowMs)
  })
  mount(app, deps, contract.getMyFigures, async ({ caller, query }) => {
    const mine = await mineOf(deps, caller.staff.staffId, query)
    return mine.ok ? ok(await figuresOf(db, mine.value.scope, mine.value.range)) : mine
  })
  mount(app, deps, contract.getShopFigures, async ({ query }) => {
    const range = rangeIn(query)
    return range.ok ? ok(await figuresOf(db, scopeIn(query), range.value)) : range
  })
  mount(app, deps, contract.getRanking, async ({ caller, query }) => {
    const range = rangeIn(query)
    return range.ok ? ok({ items: await ranking(db, caller, range.value) }) : range
  })
  mount(app, deps, contract.listMyRows, async ({ caller, query }) => {
    const mine = await mineOf(deps, caller.staff.staffId, query)
    return mine.ok ? ok(await rowsBehind(db, query.figure, mine.value.scope, mine.value.range, query)) : mine
  })
  mount(app, deps, contract.listShopRows, async ({ query }) => {
    const range = rangeIn(query)
    return range.ok ? ok(await rowsBehind(db, query.figure, scopeIn(query), range.value, query)) : range
  })
}

const scopeIn = ({
  staffId = null,
  groupId = null,
}: {
  staffId?: string | null
  groupId?: string | null
}) => ({
  staffId,
  groupId,
})

/** A staff member looks at their own figures, of one group only where they own it. */
async function mineOf({ db }: Deps, staffId: string, query: Days & { readonly groupId?: string }) {
  const range = rangeIn(query)
  if (!range.ok) return range
  const { groupId = null } = query
  if (groupId !== null && !(await isOwnedGroup(db, groupId, staffId))) return refuse(NOT_FOUND)
  return ok({ scope: { staffId, groupId }, range: range.value })
}

function rangeIn({ from, to }: Days): Result<TimeRange, Refusal> {
  const range = dayRange(from, to)
  const days = (range.until - range.from) / DAY_MS
  return days >= 1 && days <= MAX_RANGE_DAYS ? ok(range) : refuse(RANGE)
}

const RANGE: Refusal = {
  code: 'request.invalid',
  message: `\`to\` must not be before \`from\`, and at most ${MAX_RANGE_DAYS} days lie between.`,
  field: '/query/to',
}
