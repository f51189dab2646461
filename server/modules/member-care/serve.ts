import type { Refusal } from '@contract/errors'
import type { listServeToday, ServeItem } from '@contract/member-care'
import type { ResponseOf } from '@contract/route'
import { maskName } from '@domain/member/mask'
import {
  adviceFor,
  COOLING_DAYS,
  COOLING_MS,
  isCooling,
  isQuietHour,
  type ServeReason,
} from '@domain/member/serve'
import { MARKETING_MANNERS } from '@domain/message/occasions'
import { ok, type Result, refuse } from '@domain/result'
import type { StaffCaller } from '../../platform/caller'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { memberContacts } from '../../schema/member-care'
import { careFacts } from './facts'
import { isServedBy } from './served'

const SHOWN = 20
const URGENCY: readonly ServeReason[] = ['parcel_problem', 'unpaid_order', 'coupon_expiring', 'gone_quiet']

/** Whom to serve today and why, the most urgent first; nobody within the cooling time. */
export async function serveToday(
  db: Queryable,
  caller: StaffCaller,
  nowMs: number,
): Promise<ResponseOf<typeof listServeToday>> {
  const facts = await careFacts(db, caller.staff.staffId, nowMs)
  const items = facts.flatMap((member): ServeItem[] => {
    const advice = adviceFor(member, nowMs)
    if (!advice) return []
    const { memberId, name, lifecycle } = member
    const about = { memberId, lifecycle, maskedName: maskName(name ?? '微信用户') }
    return [{ ...about, ...advice, productId: null, productTitle: null }]
  })
  const urgency = ({ reason, dueAt }: ServeItem) => [URGENCY.indexOf(reason), dueAt ?? nowMs] as const
  items.sort((a, b) => urgency(a)[0] - urgency(b)[0] || urgency(a)[1] - urgency(b)[1])
  return {
    items: items.slice(0, SHOWN),
    cooling: facts.filter(({ contactedAt }) => isCooling(contactedAt, nowMs)).length,
    coolingDays: COOLING_DAYS,
    quietNow: isQuietHour(nowMs),
    quietFrom: clock(MARKETING_MANNERS.quietFromHour),
    quietUntil: clock(MARKETING_MANNERS.quietUntilHour),
  }
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** Notes that somebody has written to a member, which puts them on nobody's list for a while. */
export async function noteContact(
  deps: Deps,
  caller: StaffCaller,
  contact: { readonly memberId: string; readonly reason: ServeReason; readonly note?: string },
  nowMs: number,
): Promise<Result<{ coolsUntil: number }, Refusal>> {
  const { staffId } = caller.staff
  const { memberId, reason, note = '' } = contact
  if (!(await isServedBy(deps.db, memberId, staffId))) return refuse(NOT_FOUND)
  await deps.db
    .insert(memberContacts)
    .values({ id: deps.ids.next(), memberId, staffId, at: nowMs, reason, note: note.trim() })
  return ok({ coolsUntil: nowMs + COOLING_MS })
}
