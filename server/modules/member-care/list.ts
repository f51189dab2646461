import type { CaredMember, listMyMembers as listRoute } from '@contract/member-care'
import type { QueryOf, ResponseOf } from '@contract/route'
import { maskName, maskPhone } from '@domain/member/mask'
import { isCooling } from '@domain/member/serve'
import type { StaffCaller } from '../../platform/caller'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'
import { type CareFacts, careFacts } from './facts'
import { tagsOf } from './tags'

const PAGE = 20

/** The members a staff member serves, the latest opening first. */
export async function myMembers(
  db: Queryable,
  caller: StaffCaller,
  { cursor, limit = PAGE, lifecycle, tag }: QueryOf<typeof listRoute>,
  nowMs: number,
): Promise<ResponseOf<typeof listRoute>> {
  const after = keysOf(cursor, ['number', 'uuid'])
  const facts = await careFacts(db, caller.staff.staffId, nowMs)
  const tags = await tagsOf(
    db,
    facts.map(({ memberId }) => memberId),
  )
  const fitting = facts
    .filter((member) => lifecycle === undefined || member.lifecycle === lifecycle)
    .filter(({ memberId }) => tag === undefined || tags.get(memberId)?.some(({ name }) => name === tag))
    .sort((a, b) => -compare(keyOf(a), keyOf(b)))
  const rest = after === null ? fitting : fitting.filter((member) => compare(keyOf(member), after) < 0)
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((member) => memberView(member, tags.get(member.memberId) ?? [], nowMs)),
    next: rest.length > limit && last ? cursorOf(...keyOf(last)) : null,
    total: fitting.length,
  }
}

const keyOf = ({ lastOpenAt, memberId }: CareFacts): [number, string] => [lastOpenAt ?? 0, memberId]

const compare = (a: readonly [number, string], b: readonly [number, string]): number =>
  a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)

/** A member as who serves them may see them. */
export const memberView = (facts: CareFacts, tags: CaredMember['tags'], nowMs: number): CaredMember => ({
  memberId: facts.memberId,
  maskedName: maskName(facts.name ?? '微信用户'),
  maskedPhone: facts.phone === null ? null : maskPhone(facts.phone),
  boundSince: facts.boundSince,
  lifecycle: facts.lifecycle,
  lastOpenAt: facts.lastOpenAt,
  lastPaidAt: facts.lastPaidAt,
  orders: facts.orders,
  netSpentFen: facts.netSpentFen,
  lastTitle: facts.lastTitle,
  tags,
  isCooling: isCooling(facts.contactedAt, nowMs),
})
