import type { GroupCipher, TouchReport } from '@contract/touch'
import { MINUTE_MS } from '@domain/shop-time'
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { sessions } from '../../schema/member'
import { proveGroup } from '../../wechat/open-data'
import { openSessionKey } from '../session/token'

/**
 * How far WeChat's watermark may lie from the opening: the client asks for the proof at the opening and, where WeChat
 * fails, again when the shop is next shown.
 */
const PROOF_WITHIN_MS = 30 * MINUTE_MS

export type GroupFinding =
  | { readonly state: 'none' }
  | { readonly state: 'proven'; readonly opengid: string; readonly chatType: number | null }
  | { readonly state: 'unknown'; readonly note: string }

/**
 * Which group a report proves. The ciphertext is read with the session_key of the login it names, and only where
 * that login is this member's: anybody else's is answered like one that never was.
 */
export async function groupFinding(
  db: Queryable,
  deps: Deps,
  memberId: string,
  report: TouchReport,
  openedAt: number,
): Promise<GroupFinding> {
  if (!report.group) {
    return report.groupFailure === undefined
      ? { state: 'none' }
      : { state: 'unknown', note: report.groupFailure }
  }
  const sessionKey = await sessionKeyOf(db, deps, memberId, report.group)
  if (sessionKey === null) return { state: 'unknown', note: 'login.unknown' }
  const proof = proveGroup(report.group, {
    appid: deps.config.wechat.appid,
    sessionKey,
    nowMs: openedAt,
    freshMs: PROOF_WITHIN_MS,
  })
  if (!proof.ok) return { state: 'unknown', note: proof.error.code }
  return { state: 'proven', opengid: proof.value.opengid, chatType: proof.value.chatType ?? null }
}

async function sessionKeyOf(
  db: Queryable,
  deps: Deps,
  memberId: string,
  { loginId }: GroupCipher,
): Promise<string | null> {
  const [login] = await db
    .select({ sealed: sessions.sealedSessionKey })
    .from(sessions)
    .where(and(eq(sessions.id, loginId), eq(sessions.memberId, memberId)))
  // A login that has been over for long has lost its key.
  return login && login.sealed !== '' ? openSessionKey(deps.keys, login.sealed) : null
}
