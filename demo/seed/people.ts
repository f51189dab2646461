import { DAY_MS } from '@domain/shop-time'
import type { PersonOfMember } from './data'
import type { Identity } from './identity'
import { groupIdOf, type Stage, staffIdOf } from './stage'

const STAFF_SINCE_DAYS = 380
const GROUPS_SINCE_DAYS = 360
/** 2 % of merchandise, recorded for payroll; managers have none. */
const COMMISSION_BPS = 200
/** All communities of the demo lie in one made-up part of town. */
const TOWN = { province: '浙江省', city: '杭州市', district: '滨江区' }

/** Staff with their own member accounts, groups with their owners, customers with an address. */
export function seedPeople(stage: Stage, identity: Identity): void {
  seedStaff(stage, identity)
  seedGroups(stage, identity)
  for (const member of stage.people.members) seedMember(stage, identity, member)
}

function seedStaff(stage: Stage, identity: Identity): void {
  const { rows, nowMs, people } = stage
  const joinedAt = nowMs - STAFF_SINCE_DAYS * DAY_MS
  for (const { id, user, name, title, role, intro } of people.staff) {
    const memberId = addMember(stage, identity, { user, nickname: name, joinedAt })
    const staffId = stage.id(joinedAt)
    stage.staffIds.set(id, staffId)
    const commissionBps = role === 'staff' ? COMMISSION_BPS : 0
    rows.staff.push({ id: staffId, memberId, role, name, title, intro, commissionBps, joinedAt })
  }
}

function seedGroups(stage: Stage, identity: Identity): void {
  const { rows, nowMs, appid, people } = stage
  const since = nowMs - GROUPS_SINCE_DAYS * DAY_MS
  for (const { id, group, name, owner } of people.groups) {
    stage.groupIds.set(id, stage.id(since))
    const groupId = groupIdOf(stage, id)
    const { opengid } = identity.group(group)
    rows.groups.push({ id: groupId, appid, opengid, name, chatType: 3, firstSeenAt: since })
    rows.groupOwners.push({ id: stage.id(since), groupId, staffId: staffIdOf(stage, owner), since })
  }
}

function seedMember(stage: Stage, identity: Identity, member: PersonOfMember): void {
  const joinedAt = stage.nowMs - member.joinedDaysAgo * DAY_MS
  const memberId = addMember(stage, identity, { ...member, joinedAt })
  stage.rows.addresses.push({
    id: stage.id(joinedAt),
    memberId,
    ...addressOf(identity, member),
    isDefault: true,
    createdAt: joinedAt,
    updatedAt: joinedAt,
  })
}

export const addressOf = (identity: Identity, { user, receiver, address }: PersonOfMember) => ({
  name: receiver,
  phone: identity.user(user).phone,
  ...TOWN,
  detail: address,
})

function addMember(
  stage: Stage,
  identity: Identity,
  { user, nickname, joinedAt }: { user: string; nickname: string; joinedAt: number },
): string {
  const id = stage.id(joinedAt)
  stage.memberIds.set(user, id)
  const { openid, unionid } = identity.user(user)
  const { appid } = stage
  stage.rows.members.push({ id, appid, openid, unionid, nickname, createdAt: joinedAt, lastSeenAt: joinedAt })
  return id
}
