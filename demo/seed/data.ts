import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from '../people/profiles'

const DATA = join(__dirname, '..', 'data')

export const CATALOGUE_FILE = join(DATA, 'products.csv')

export interface PersonOfStaff {
  readonly id: string
  /** Name in the simulator. */
  readonly user: string
  readonly name: string
  readonly title: string
  readonly role: 'staff' | 'manager'
  readonly intro: string
}

export interface GroupOfPeople {
  readonly id: string
  /** Name in the simulator. */
  readonly group: string
  readonly name: string
  readonly owner: string
  /** Category its people like best. */
  readonly taste: string
}

export interface PersonOfMember {
  readonly id: string
  /** Name in the simulator. */
  readonly user: string
  readonly nickname: string
  readonly receiver: string
  readonly address: string
  readonly groups: readonly string[]
  readonly joinedDaysAgo: number
  /** Staff id whose card they first opened. */
  readonly cameBy: string | null
  readonly profile: string
  readonly seed: number
}

export interface People {
  readonly staff: readonly PersonOfStaff[]
  readonly groups: readonly GroupOfPeople[]
  readonly profiles: readonly Profile[]
  readonly members: readonly PersonOfMember[]
}

export interface Rhythm {
  readonly everyDays: number
  readonly weight: number
  readonly with?: readonly string[]
}

/** Share tokens that DevTools compile modes and guides name, and one invitation for a tester. */
export interface FixedTokens {
  readonly productCode: string
  readonly staff: string
  readonly staffCard: string
  readonly relayCard: string
  readonly homeCard: string
  readonly code: string
  readonly moments: string
  readonly expiredCard: string
  readonly invitation: string
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(DATA, name), 'utf8')) as T

export const readPeople = (): People => read('people.json')
export const readRhythm = (): Readonly<Record<string, Rhythm>> => read('rhythm.json')
export const readTokens = (): FixedTokens => read('tokens.json')
export const readCategories = (): readonly { readonly name: string; readonly icon: string }[] =>
  read('categories.json')
