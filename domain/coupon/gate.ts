import { LEVELS, levelOf, levelRank } from '../member/level'
import type { LifecycleStage, MemberLevel } from '../member/types'
import { type Fen, fen } from '../money'
import type { Gate } from './types'

/** A group the member was proven in, by a touch inside the claim window. */
export interface ProvenGroup {
  readonly groupId: string
  /** Distinct, unsuspected members with an order of this group paid in the campaign (`milestone`). */
  readonly buyers: number
}

/** All a gate may look at. Nothing here tells whether anybody shared anything. */
export interface GateFacts {
  /** Of the last 12 months; the level follows from it. */
  readonly netSpend: Fen
  readonly lifecycle: LifecycleStage
  readonly segmentIds: readonly string[]
  /** The latest proof first. */
  readonly groups: readonly ProvenGroup[]
}

/** What stands between a member and a tier. Segments and foreign groups are not named: they are not theirs to know. */
export type Missing =
  | { readonly code: 'level'; readonly level: MemberLevel; readonly needSpendFen: Fen }
  | { readonly code: 'milestone'; readonly have: number; readonly need: number }
  | { readonly code: 'group' }
  | { readonly code: 'lifecycle'; readonly stages: readonly LifecycleStage[] }
  | { readonly code: 'segment' }

export type GateState = { readonly isOpen: true } | { readonly isOpen: false; readonly missing: Missing }

const OPEN: GateState = { isOpen: true }
const shut = (missing: Missing): GateState => ({ isOpen: false, missing })

/** Whether a gate is open to a member, and if not, what is missing. */
export function gateState(gate: Gate, facts: GateFacts): GateState {
  switch (gate.kind) {
    case 'anyone':
      return OPEN
    case 'lifecycle':
      return gate.stages.includes(facts.lifecycle) ? OPEN : shut({ code: 'lifecycle', stages: gate.stages })
    case 'level':
      return levelGate(gate.from, facts.netSpend)
    case 'segment':
      return facts.segmentIds.includes(gate.segmentId) ? OPEN : shut({ code: 'segment' })
    case 'groups':
      return openGroups(gate, facts).length > 0 ? OPEN : shut({ code: 'group' })
    case 'milestone':
      return milestoneGate(gate.buyers, facts.groups)
  }
}

/** The proven groups through which a gate is open; for gates that ask no group, all of them. */
export function openGroups(gate: Gate, { groups }: GateFacts): ProvenGroup[] {
  if (gate.kind === 'groups') return groups.filter(({ groupId }) => gate.groupIds.includes(groupId))
  if (gate.kind === 'milestone') return groups.filter(({ buyers }) => buyers >= gate.buyers)
  return [...groups]
}

function levelGate(level: MemberLevel, netSpend: Fen): GateState {
  if (levelRank(levelOf(netSpend).level) >= levelRank(level)) return OPEN
  const { fromFen } = LEVELS[levelRank(level)]!
  return shut({ code: 'level', level, needSpendFen: fen(fromFen - Math.max(netSpend, 0)) })
}

/** The group that came furthest speaks; without one, buyers anywhere would not help. */
function milestoneGate(need: number, groups: readonly ProvenGroup[]): GateState {
  if (groups.length === 0) return shut({ code: 'group' })
  const have = Math.max(...groups.map(({ buyers }) => buyers))
  return have >= need ? OPEN : shut({ code: 'milestone', have, need })
}
