import type { ShareChannel } from '../share/entry'
import { dayText, momentText } from '../shop-time'
import type { Attribution, Candidate, ReasonCode, Verdict } from './types'

/** Names as the reader may see them; what is missing is described instead. */
export interface Names {
  readonly staff: Readonly<Record<string, string>>
  readonly groups: Readonly<Record<string, string>>
}

/** Staff read about their own credit ("你"); managers read names. */
export type Audience = 'staff' | 'manager'

/** One sentence that says why the order is credited as it is, in the shop's own time. */
export function explain(attribution: Attribution, names: Names, audience: Audience): string {
  const { reason, candidates } = attribution
  const winner = candidates.find((candidate) => candidate.verdict === 'won')
  if (winner) return earned(winner, reason, wordsFor(winner, names, audience))
  const verdicts = NOBODY_VERDICTS[reason] ?? []
  const closest = candidates.find((candidate) => verdicts.includes(candidate.verdict))
  return nobody(reason, closest ?? null, names, audience)
}

interface Words {
  /** Who earns. */
  readonly owner: string
  /** Whose share, group or customer it was before a handover; null if the same. */
  readonly former: string | null
  readonly group: string | null
}

const groupName = (id: string | null, names: Names): string | null =>
  id === null ? null : (names.groups[id] ?? '未命名的群')

const staffName = (id: string | null, names: Names): string =>
  (id === null ? undefined : names.staff[id]) ?? '一位导购'

function wordsFor(candidate: Candidate, names: Names, audience: Audience): Words {
  const isHandedOver = candidate.foundStaffId !== candidate.staffId
  return {
    owner: audience === 'staff' ? '你' : staffName(candidate.staffId, names),
    former: isHandedOver ? staffName(candidate.foundStaffId, names) : null,
    group: groupName(candidate.groupId, names),
  }
}

function earned(winner: Candidate, reason: ReasonCode, { owner, former, group }: Words): string {
  const gone = winner.isPassedOn ? '已移交这份分享' : '已离职'
  const heir = former === null ? '' : `，${former}${gone}，由${owner}接手`
  const sharer = former ?? owner
  const when = momentText(winner.at)
  switch (reason) {
    case 'group':
      if (former !== null) return `${when} 从「${group}」进店，该群原由${former}负责，现由${owner}接手`
      return owner === '你'
        ? `${when} 从你负责的「${group}」进店`
        : `${when} 从「${group}」进店，群由${owner}负责`
    case 'binding':
      return `这位顾客由${sharer}服务（${dayText(winner.at)}起）${heir}`
    case 'binding_protected':
      return `这位顾客由${sharer}服务（${dayText(winner.at)}起）${heir}，近期买过，优先归${owner}`
    case 'relay':
      return `${when} ${from(group)}打开转发来的${THING[winner.channel ?? 'card']}，最初由${sharer}分享${heir}`
    default:
      return `${when} ${from(group)}${opened(winner.channel, sharer)}${heir}`
  }
}

const from = (group: string | null): string => (group === null ? '' : `从「${group}」`)

const THING: Record<ShareChannel, string> = { card: '卡片', poster: '海报', moments: '页面', link: '链接' }

function opened(channel: ShareChannel | null, sharer: string): string {
  if (channel === 'poster') return `扫码打开${sharer}分享的海报`
  if (channel === 'moments') return `打开${sharer}分享到朋友圈的页面`
  return `打开${sharer}分享的${THING[channel ?? 'card']}`
}

/** Which candidate a sentence about nobody speaks of. */
const NOBODY_VERDICTS: Partial<Record<ReasonCode, readonly Verdict[]>> = {
  self_purchase: ['self'],
  left_without_successor: ['left_without_successor'],
  only_suspect: ['suspect'],
  share_invalid: ['share_revoked', 'share_expired'],
  outside_window: ['outside_window'],
  group_unowned: ['unowned'],
}

function nobody(reason: ReasonCode, closest: Candidate | null, names: Names, audience: Audience): string {
  const name = audience === 'staff' ? '同事' : staffName(closest?.foundStaffId ?? null, names)
  const act = closest ? deed(closest, name, names) : ''
  switch (reason) {
    case 'self_purchase':
      return audience === 'staff' ? '本人下单，不计业绩' : `${name}本人下单，不计业绩`
    case 'member_blocked':
      return '下单时这位顾客在黑名单中，不计业绩'
    case 'left_without_successor':
      return `${act}，但${name}已离职且无人接手，不计业绩`
    case 'only_suspect':
      return `${act}，但这次打开被判为可疑，不计业绩`
    case 'share_invalid':
      return `${act}，但该分享当时已失效，不计业绩`
    case 'outside_window':
      return `${act}，已超出归属期，不计业绩`
    case 'group_unowned':
      return `${act}，该群还没有负责人，不计业绩`
    default:
      return '没有找到分享、群或专属导购的记录，不计业绩'
  }
}

function deed({ kind, at, groupId, channel }: Candidate, name: string, names: Names): string {
  const group = groupName(groupId, names)
  if (kind === 'binding') return `这位顾客由${name}服务（${dayText(at)}起）`
  if (kind === 'group') return `${momentText(at)} ${from(group)}进店`
  return `${momentText(at)} ${from(group)}${opened(channel, name)}`
}
