import type { Refusal } from '@contract/errors'
import type { StaffSelf } from '@contract/session'
import { ok, type Result, refuse } from '@domain/result'
import { DAY_MS } from '@domain/shop-time'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { lockMember } from '../member/lock'
import { recordAudit } from './audit'
import * as store from './store'

const INVITATION_LIFE_MS = 7 * DAY_MS
/** 20 characters of 5 bits: 100 bits. Without 0, O, 1 and I, because it may be read out and typed. */
const CODE_LENGTH = 20
const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export interface NewPost {
  readonly name: string
  readonly title: string
  readonly role: 'staff' | 'manager'
}

export interface Invitation {
  /** Shown once: only its hash is kept. */
  readonly code: string
  readonly path: string
  readonly expiresAt: number
  readonly staffId: string
}

/** Makes a post and a single-use invitation to it. `invitedBy` is null for the shop's command line. */
export async function invite(
  deps: Pick<Deps, 'db' | 'ids' | 'keys' | 'random'>,
  post: NewPost,
  invitedBy: string | null,
  nowMs: number,
  code = newCode(deps.random),
): Promise<Invitation> {
  const staffId = deps.ids.next()
  const expiresAt = nowMs + INVITATION_LIFE_MS
  const { role } = post
  const [name, title] = [post.name.trim(), post.title.trim()]
  await inTransaction(deps.db, async (tx) => {
    await store.insertStaff(tx, { id: staffId, role, name, title, joinedAt: nowMs })
    const codeHash = invitationHash(deps.keys, code)
    const invitation = { codeHash, staffId, createdAt: nowMs, expiresAt, createdBy: invitedBy }
    await store.insertInvitation(tx, { id: deps.ids.next(), ...invitation })
    const detail = `${role}: ${name} (${title})`
    const audit = { at: nowMs, actorStaffId: invitedBy, action: 'staff.invited', subject: staffId, detail }
    await recordAudit(tx, deps.ids, audit)
  })
  return { code, path: `/packages/staff/pages/join/index?code=${code}`, expiresAt, staffId }
}

/**
 * Makes the member the staff member somebody was invited to be. Of two who use one code at once the first wins; the
 * same member may use it again and is told what they are.
 */
export async function join(
  deps: Deps,
  memberId: string,
  code: string,
  nowMs: number,
): Promise<Result<StaffSelf, Refusal>> {
  const codeHash = invitationHash(deps.keys, code)
  return inTransaction(deps.db, async (tx): Promise<Result<StaffSelf, Refusal>> => {
    await lockMember(tx, memberId)
    const invitation = await store.lockInvitation(tx, codeHash)
    if (!invitation) return refuse(INVALID)
    const own = await store.staffSelfOf(tx, memberId)
    if (invitation.usedAt !== null) return own?.staffId === invitation.staffId ? ok(own) : refuse(TAKEN)
    if (invitation.expiresAt <= nowMs || invitation.revokedAt !== null) return refuse(INVALID)
    if (await store.hasEverHadPost(tx, memberId)) return refuse(HAS_POST)
    await store.spendInvitation(tx, invitation.id, nowMs)
    await store.fillPost(tx, invitation.staffId, memberId, nowMs)
    const self = await store.staffSelfOf(tx, memberId)
    if (!self) throw new Error('a post just filled is empty')
    const { staffId, name } = self
    const audit = { at: nowMs, actorStaffId: staffId, action: 'staff.joined', subject: staffId, detail: name }
    await recordAudit(tx, deps.ids, audit)
    return ok(self)
  })
}

function newCode(random: Deps['random']): string {
  return [...random.bytes(CODE_LENGTH)].map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('')
}

/** What is kept of a code. Typed by hand, so case and stray blanks do not matter. */
export const invitationHash = (keys: Deps['keys'], code: string): string =>
  keys.hash('invitation', code.replace(/\s/g, '').toUpperCase())

const INVALID: Refusal = {
  code: 'invitation.invalid',
  message: 'There is no such invitation, or it has expired.',
}
const TAKEN: Refusal = { code: 'invitation.taken', message: 'This invitation has been used already.' }
const HAS_POST: Refusal = {
  code: 'invitation.taken',
  message: 'This account already has a post in the shop.',
}
