import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import type { Profile } from '../people/profiles'
import { between, chance, gapMs, pick, type Random, random, shoppingMoment } from './chance'
import type { PersonOfMember } from './data'
import { relayOf, type Shared, type ShareRow } from './shares'
import { groupNamed, memberIdOf, type Stage } from './stage'

/** One opening of the shop, before it is written down. */
export interface Opening {
  readonly at: number
  readonly share: ShareRow | null
  /** Demo id of the group it came from. */
  readonly group: string | null
  /** False where WeChat would not say which group it was. */
  readonly isGroupProven: boolean
  readonly scene: number
  readonly chatType: number | null
  /** An order follows within the hour. */
  readonly buys: boolean
}

/** A card older than this has scrolled away. */
const CARD_SEEN_MS = 3 * DAY_MS
const UNPROVEN = 0.04
const LOYAL = 0.8
const RECENTS = { share: null, group: null, isGroupProven: false, scene: 1001, chatType: null }

/** The openings of every member over the history, forwarded cards opened by friends included; each list by time. */
export function planOpenings(stage: Stage, shared: Shared, since: number): Map<string, Opening[]> {
  const plans = new Map<string, Opening[]>()
  for (const member of stage.people.members) {
    plans.set(member.id, ownOpenings(stage, shared, member, since))
  }
  for (const member of stage.people.members) forward(stage, shared, plans, member)
  for (const plan of plans.values()) plan.sort((a, b) => a.at - b.at)
  return plans
}

function ownOpenings(stage: Stage, shared: Shared, member: PersonOfMember, since: number): Opening[] {
  const next = random(member.seed)
  const profile = profileOf(stage, member)
  const joinedAt = stage.nowMs - member.joinedDaysAgo * DAY_MS
  const first = { ...firstOpening(shared, member), at: joinedAt, buys: false }
  const end = profile.quietDays
    ? stage.nowMs - between(next, ...profile.quietDays) * DAY_MS
    : stage.nowMs - 10 * MINUTE_MS
  const openings: Opening[] = [first]
  const begin = Math.max(since, joinedAt + HOUR_MS)
  for (const { at, buys } of moments(next, profile, begin, end)) {
    openings.push({ ...comingFrom(next, stage, shared, member, at), at, buys })
  }
  return openings
}

/** Who came by a staff member scanned their poster; the others found the shop in a group or by themselves. */
function firstOpening(shared: Shared, { cameBy }: PersonOfMember): Omit<Opening, 'at' | 'buys'> {
  const share = cameBy === null ? null : (shared.posters.get(cameBy) ?? null)
  return share ? { ...RECENTS, share, scene: 1047 } : { ...RECENTS, scene: 1053 }
}

/** When a member comes: each intention to buy after a few looks, or only looks. */
function* moments(next: Random, profile: Profile, begin: number, end: number) {
  const meanDays = profile.everyDays ?? 30 / profile.opens
  const looks = profile.everyDays === null ? 0 : Math.round(profile.opens)
  // Most come to buy; some look as often and leave most of it at that.
  const decides = chance(next, LOYAL) ? 0.95 : 0.35
  let last = begin
  for (let at = begin + gapMs(next, meanDays) * next(); ; at += gapMs(next, meanDays)) {
    const moment = Math.max(shoppingMoment(next, at), last + HOUR_MS)
    if (moment >= end) return
    for (let look = 0; look < looks; look++) {
      const earlier = shoppingMoment(next, between(next, last, moment))
      if (earlier > last && earlier < moment - HOUR_MS) yield { at: earlier, buys: false }
    }
    yield { at: moment, buys: profile.everyDays !== null && chance(next, decides) }
    last = moment
  }
}

/** Most come by a card in their group, some from the group without one, the rest from the list of recent programs. */
function comingFrom(
  next: Random,
  stage: Stage,
  shared: Shared,
  member: PersonOfMember,
  at: number,
): Omit<Opening, 'at' | 'buys'> {
  const dice = next()
  if (member.groups.length > 0) {
    const group = pick(next, member.groups)
    const isGroupProven = !chance(next, UNPROVEN)
    const inGroup = { group, isGroupProven, chatType: 3 }
    const card = latestCard(next, shared, groupNamed(stage, group).owner, at)
    if (dice < 0.3 && card) return { ...inGroup, share: card, scene: 1044 }
    if (dice < 0.62) return { ...inGroup, share: null, scene: 1158 }
    return RECENTS
  }
  const card = member.cameBy === null ? null : latestCard(next, shared, member.cameBy, at)
  return dice < 0.5 && card ? { ...RECENTS, share: card, scene: 1007, chatType: 1 } : RECENTS
}

function latestCard(next: Random, shared: Shared, staffId: string, at: number): ShareRow | null {
  const seen = (shared.cards.get(staffId) ?? []).filter(
    ({ createdAt }) => createdAt < at && createdAt > at - CARD_SEEN_MS,
  )
  return seen.length === 0 ? null : pick(next, seen)
}

/** Some cards are forwarded to a friend, who opens them within a day and a half and may forward them once more. */
function forward(stage: Stage, shared: Shared, plans: Map<string, Opening[]>, member: PersonOfMember): void {
  const next = random(member.seed + 1)
  const { forward: probability } = profileOf(stage, member)
  const known = new Map<string, ShareRow>()
  for (const { share, at } of [...(plans.get(member.id) ?? [])]) {
    if (!share || share.channel === 'code' || !chance(next, probability)) continue
    const friend = pick(next, stage.people.members)
    const opensAt = Math.floor(at + between(next, 5 * MINUTE_MS, 36 * HOUR_MS))
    const isThere = stage.nowMs - friend.joinedDaysAgo * DAY_MS < opensAt && opensAt < stage.nowMs
    if (friend === member || !isThere) continue
    const root = `${share.rootToken} ${share.productId}`
    const relay = known.get(root) ?? relayOf(stage, memberIdOf(stage, member), share, at + MINUTE_MS)
    if (!known.has(root)) {
      known.set(root, relay)
      shared.byToken.set(relay.token, relay)
      stage.rows.shares.push(relay)
    }
    const opening = { ...RECENTS, share: relay, scene: 1007, chatType: 1, at: opensAt, buys: false }
    plans.get(friend.id)?.push(opening)
  }
}

export function profileOf({ people }: Stage, { profile }: PersonOfMember): Profile {
  const found = people.profiles.find(({ id }) => id === profile)
  if (!found) throw new Error(`the demo data knows no profile ${profile}`)
  return found
}
