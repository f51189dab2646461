import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import { DEFAULT_TRUST_LIMITS, suspicionOf } from '@domain/trust/suspect'
import type { Queryable } from '../../server/platform/database'
import { members } from '../../server/schema/member'
import { audits, groupClaims, handovers, staff, successions } from '../../server/schema/staff'
import { touches } from '../../server/schema/touch'
import { memberBlocks, suspicions } from '../../server/schema/trust'
import { groupIdOf, groupNamed, type Stage, staffIdOf } from './stage'

const MANAGER = 'zhou-min'

/** What a manager has to look at: somebody blocked, a flood set apart, a leaver handed over, a conflict over a group. */
export async function seedTrust(db: Queryable, stage: Stage): Promise<void> {
  await seedBlocked(db, stage)
  await seedFlood(db, stage)
  await seedLeaver(db, stage)
  await seedConflict(db, stage)
}

/** Somebody who is nobody of the cast, so that no tester finds themselves locked out. */
async function addStranger(
  db: Queryable,
  stage: Stage,
  nickname: string,
  createdAt: number,
  blockedAt: number | null = null,
): Promise<string> {
  const id = stage.id(createdAt)
  const login = { appid: stage.appid, openid: `demo-${id}` }
  await db.insert(members).values({ id, ...login, nickname, createdAt, lastSeenAt: createdAt, blockedAt })
  return id
}

async function seedBlocked(db: Queryable, stage: Stage): Promise<void> {
  const blockedAt = stage.nowMs - 9 * DAY_MS
  const memberId = await addStranger(db, stage, '秒退小能手', blockedAt - DAY_MS, blockedAt)
  const [blockedBy, reason] = [staffIdOf(stage, MANAGER), '签收后反复要求仅退款，照片与商品不符']
  await db.insert(memberBlocks).values({ id: stage.id(blockedAt), memberId, blockedAt, blockedBy, reason })
  await note(db, stage, { at: blockedAt, action: 'member.blocked', subject: memberId, detail: reason })
}

/** The openings beyond the limit, as the rule would have set them apart. */
async function seedFlood(db: Queryable, stage: Stage): Promise<void> {
  const lastAt = stage.nowMs - 30 * HOUR_MS
  const memberId = await addStranger(db, stage, '刷屏哥', lastAt - DAY_MS)
  const group = groupNamed(stage, 'chunfeng-1')
  const staffId = staffIdOf(stage, group.owner)
  const seen = DEFAULT_TRUST_LIMITS.floodTouches + 14
  const traffic = { memberTouches: seen, memberShares: 0, ownOpens: 0, isOpenedByOthers: true }
  const found = suspicionOf(traffic, DEFAULT_TRUST_LIMITS)
  if (!found) throw new Error('the demo flood is none')
  const beyond = seen - DEFAULT_TRUST_LIMITS.floodTouches
  const firstAt = lastAt - 2 * MINUTE_MS
  const id = stage.id(firstAt)
  await db.insert(suspicions).values({ id, ...found, memberId, staffId, touches: beyond, firstAt, lastAt })
  await db.insert(touches).values(
    Array.from({ length: beyond }, (_, n) => {
      const at = Math.floor(firstAt + ((lastAt - firstAt) * n) / (beyond - 1))
      return {
        id: stage.id(at),
        memberId,
        at,
        receivedAt: at,
        scene: 1008,
        entry: 'hot' as const,
        path: 'pages/home/index',
        chatType: 3,
        shareState: 'none' as const,
        groupState: 'proven' as const,
        groupId: groupIdOf(stage, 'chunfeng-1'),
        staffId,
        suspectRule: found.rule,
        suspectAt: at,
        suspicionId: id,
      }
    }),
  )
}

/** Left before the ninety days of the demo began to end; what is opened of hers since is her successor's. */
async function seedLeaver(db: Queryable, stage: Stage): Promise<void> {
  const at = stage.nowMs - 21 * DAY_MS
  const [staffId, id] = [stage.id(at - 300 * DAY_MS), stage.id(at)]
  const successorId = staffIdOf(stage, 'chen-hao')
  const byStaffId = staffIdOf(stage, MANAGER)
  await db.insert(staff).values({
    id: staffId,
    role: 'staff',
    name: '沈佳',
    title: '早市管家',
    joinedAt: at - 300 * DAY_MS,
    leftAt: at,
  })
  const covers = { members: true, groups: true, shares: true }
  const plan = { staffId, form: 'leaver', rest: successorId, groups: [], memberShares: [], covers }
  const moves = [{ staffId: successorId, name: '陈昊', members: 0, groups: 0, openShares: 0 }]
  const reason = '回老家，客户交给陈昊'
  await db.insert(handovers).values({ id, staffId, form: 'leaver', plan, moves, reason, at, byStaffId })
  await db.insert(successions).values({ id: stage.id(at), staffId, successorId, since: at, handoverId: id })
  const detail = JSON.stringify({ form: 'leaver', moves, reason })
  await note(db, stage, { at, action: 'handover.leaver', subject: staffId, detail })
}

/** Su Qing says that a group of Lin Yue's is hers. */
async function seedConflict(db: Queryable, stage: Stage): Promise<void> {
  const claimedAt = stage.nowMs - 5 * HOUR_MS
  const groupId = groupIdOf(stage, 'chunfeng-2')
  const claim = { name: '春风宝妈群', note: '这个群是我拉起来的，宝妈都认识我' }
  await db.insert(groupClaims).values({
    id: stage.id(claimedAt),
    groupId,
    staffId: staffIdOf(stage, 'su-qing'),
    touchId: stage.id(claimedAt),
    ...claim,
    claimedAt,
    state: 'open',
  })
}

async function note(
  db: Queryable,
  stage: Stage,
  audit: { readonly at: number; readonly action: string; readonly subject: string; readonly detail: string },
): Promise<void> {
  await db
    .insert(audits)
    .values({ id: stage.id(audit.at), actorStaffId: staffIdOf(stage, MANAGER), ...audit })
}
