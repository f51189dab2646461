import type { Campaign } from '@domain/coupon/types'
import type { FreightTemplate } from '@domain/pricing/types'
import type { Keys } from '../../server/platform/crypto'
import { type Ids, timeOrderedIds } from '../../server/platform/ids'
import { type Random as Bytes, seededRandom } from '../../server/platform/random'
import type { FixedTokens, GroupOfPeople, People, PersonOfMember, Rhythm } from './data'
import type { Product } from './products'
import { noRows, type Rows } from './rows'

/** What every part of the seed shares: the data, the ids it made, and the rows it has collected so far. */
export interface Stage {
  readonly nowMs: number
  readonly appid: string
  readonly keys: Keys
  readonly people: People
  readonly rhythm: Readonly<Record<string, Rhythm>>
  readonly tokens: FixedTokens
  readonly products: readonly Product[]
  readonly freight: FreightTemplate
  /** Campaigns whose coupons the seeded purchases may use. */
  readonly offers: readonly Campaign[]
  readonly rows: Rows
  /** Seeded, so that the same shop comes out each time, moved to today. */
  readonly bytes: Bytes
  /** A row id of the moment the row tells of. */
  id(at: number): string
  readonly staffIds: Map<string, string>
  readonly groupIds: Map<string, string>
  /** By the person's name in the simulator. */
  readonly memberIds: Map<string, string>
}

export type StageInput = Omit<Stage, 'rows' | 'bytes' | 'id' | 'staffIds' | 'groupIds' | 'memberIds'>

export function setStage(input: StageInput): Stage {
  const bytes = seededRandom('qundian demo')
  let moment = input.nowMs
  const ids: Ids = timeOrderedIds({ now: () => moment }, bytes)
  return {
    ...input,
    bytes,
    rows: noRows(),
    id: (at) => {
      moment = Math.floor(at)
      return ids.next()
    },
    staffIds: new Map(),
    groupIds: new Map(),
    memberIds: new Map(),
  }
}

export const staffIdOf = (stage: Stage, id: string): string => known(stage.staffIds, id)
export const groupIdOf = (stage: Stage, id: string): string => known(stage.groupIds, id)
export const memberIdOf = (stage: Stage, { user }: Pick<PersonOfMember, 'user'>): string =>
  known(stage.memberIds, user)
export const groupNamed = ({ people }: Stage, id: string): GroupOfPeople => {
  const found = people.groups.find((group) => group.id === id)
  if (!found) throw new Error(`the demo data knows no group ${id}`)
  return found
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`the demo data knows no ${name}`)
  return id
}
