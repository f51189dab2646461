import type { RouteName } from '../../../routes'

/** What the trail can be narrowed down to: the part of an action before its dot. */
export const AUDIT_TABS = [
  { key: '', text: '全部' },
  { key: 'handover', text: '交接' },
  { key: 'credit', text: '更正' },
  { key: 'policy', text: '规则' },
  { key: 'staff', text: '店员' },
  { key: 'group', text: '群' },
  { key: 'claim', text: '冲突' },
  { key: 'member', text: '顾客' },
  { key: 'suspect', text: '风控' },
  { key: 'commission', text: '提成' },
  { key: 'ledger', text: '导出' },
] as const

const NAMES: Readonly<Record<string, string>> = {
  reason: '原因',
  note: '说明',
  name: '称呼',
  title: '头衔',
  version: '版本',
}

/** What was written down with a deed: a sentence as it is; of structured facts those a person reads. */
export function detailText(detail: string): string {
  if (!/^[[{]/.test(detail)) return detail
  try {
    const facts = JSON.parse(detail) as Record<string, unknown>
    const said = Object.entries(NAMES).flatMap(([key, name]) => {
      const value = facts[key]
      return typeof value === 'string' || typeof value === 'number' ? [`${name}：${value}`] : []
    })
    const moves = Array.isArray(facts.moves) ? (facts.moves as { name?: string }[]) : []
    const to = moves.flatMap((it) => it.name ?? []).join('、')
    return [to && `交给${to}`, ...said].filter(Boolean).join(' · ')
  } catch {
    return detail
  }
}

interface Place {
  readonly route: RouteName
  readonly query?: Readonly<Record<string, string>>
}

/** Where a row of the trail leads; null where there is no page about it. */
export function placeOf(action: string, subject: string): Place | null {
  const [about] = action.split('.')
  switch (about) {
    case 'credit':
      return { route: 'manageCorrection', query: { id: subject } }
    case 'staff':
      return { route: 'manageTeam' }
    case 'handover':
      return { route: 'manageHandovers' }
    case 'policy':
      return { route: 'managePolicy' }
    case 'commission':
      return { route: 'manageCommissions' }
    case 'group':
      return { route: 'manageGroups' }
    case 'claim':
      return { route: 'manageGroups', query: { tab: 'claims' } }
    case 'suspect':
    case 'trust':
      return { route: 'manageSuspects' }
    case 'member':
      return { route: 'manageBlacklist' }
    case 'ledger':
      return { route: 'manageLedger' }
    default:
      return null
  }
}
