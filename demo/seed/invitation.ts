import { DAY_MS } from '@domain/shop-time'
import { invitationHash } from '../../server/modules/staff/invitation'
import type { Stage } from './stage'

const LIFE_DAYS = 3650

/** A post waiting for a tester, under the code that `npm start` prints. */
export function seedInvitation(stage: Stage): void {
  const { rows, keys, tokens, nowMs } = stage
  const staffId = stage.id(nowMs)
  rows.staff.push({
    id: staffId,
    role: 'staff',
    intro: '',
    name: '新导购',
    title: '试用',
    commissionBps: 0,
    joinedAt: nowMs,
  })
  rows.staffInvitations.push({
    id: stage.id(nowMs),
    codeHash: invitationHash(keys, tokens.invitation),
    staffId,
    createdAt: nowMs,
    expiresAt: nowMs + LIFE_DAYS * DAY_MS,
  })
}
