/** Writes `demo/data/people.json`: `npx tsx demo/people/main.ts`. Seeded, so the same bytes each time. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { between, pick, type Random, random } from '../../tools/draw/kit/random'
import { nickname, person } from './names'
import { PROFILES, type Profile } from './profiles'
import { GROUPS, type Group, STAFF } from './shop'

const COUNT = 300

/** Which chats draw which kinds of people more than others. */
const DRAWS: Readonly<Record<string, readonly string[]>> = {
  'chunfeng-1': ['fruit-lover', 'fruit-lover', 'home-cook'],
  'chunfeng-2': ['home-cook', 'bargain-hunter'],
  jiangan: ['quality-first', 'home-cook'],
  mama: ['new-parent', 'new-parent', 'new-parent'],
  xinyuan: ['bargain-hunter', 'stock-up'],
  keji: ['snacker', 'snacker'],
  yunshan: ['home-cook', 'quality-first'],
  huiyuan: ['stock-up', 'quality-first'],
}

const affinity = (group: Group, profile: Profile): number =>
  1 + 3 * (DRAWS[group.id] ?? []).filter((id) => id === profile.id).length

function weighted<T>(next: Random, items: readonly T[], weight: (item: T) => number): T {
  let left = next() * items.reduce((sum, item) => sum + weight(item), 0)
  for (const item of items) {
    left -= weight(item)
    if (left < 0) return item
  }
  return items[items.length - 1] as T
}

/** The profile of each member: exact counts by share, then shuffled. */
function profiles(next: Random): Profile[] {
  const list = PROFILES.flatMap((profile) =>
    Array.from({ length: Math.round(profile.share * COUNT) }, () => profile),
  )
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = list[i] as Profile
    list[i] = list[j] as Profile
    list[j] = kept
  }
  return list.slice(0, COUNT)
}

function groupsOf(next: Random, profile: Profile): Group[] {
  const wanted = next() < 0.04 ? 0 : next() < 0.8 ? 1 : next() < 0.85 ? 2 : 3
  const chosen: Group[] = []
  while (chosen.length < wanted) {
    const rest = GROUPS.filter((group) => !chosen.includes(group))
    chosen.push(weighted(next, rest, (group) => affinity(group, profile) * group.memberCount))
  }
  return chosen
}

function members() {
  const next = random(20261)
  const users = new Set(STAFF.map((staff) => staff.user))
  const nicknames = new Set(STAFF.map((staff) => staff.name))
  return profiles(next).map((profile, index) => {
    const groups = groupsOf(next, profile)
    const { user, receiver } = person(next, users)
    const building = 1 + Math.floor(next() * 18)
    const floor = 1 + Math.floor(next() * 17)
    const community = groups[0]?.community ?? pick(next, GROUPS).community
    const quiet = profile.quietDays?.[1] ?? 0
    const joinedDaysAgo = Math.round(
      next() < 0.12 ? between(next, 1, 9) + quiet : between(next, 10, 200) + quiet,
    )
    const byCard = next() < 0.72 ? (groups[0]?.owner ?? pick(next, STAFF).id) : null
    return {
      id: `m${String(index + 1).padStart(3, '0')}`,
      user,
      nickname: nickname(next, receiver, profile.id === 'new-parent', building, nicknames),
      receiver,
      address: `${community} ${building}栋${1 + Math.floor(next() * 3)}单元${floor}0${1 + Math.floor(next() * 4)}`,
      groups: groups.map((group) => group.id),
      joinedDaysAgo,
      cameBy: byCard,
      profile: profile.id,
      seed: 1 + Math.floor(next() * 2 ** 31),
    }
  })
}

const rows = (items: readonly unknown[]): string =>
  `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`

writeFileSync(
  join(__dirname, '..', 'data', 'people.json'),
  `{\n  "staff": ${rows(STAFF)},\n  "groups": ${rows(GROUPS)},\n  "profiles": ${rows(PROFILES)},\n  "members": ${rows(members())}\n}\n`,
)
