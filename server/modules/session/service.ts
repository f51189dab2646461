import type { Refusal } from '@contract/errors'
import type { SessionView } from '@contract/session'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import type { WeChatLogin } from '../../wechat/mini-program'
import { MiniProgramError } from '../../wechat/mini-program-error'
import { upsertMember } from '../member/store'
import { staffSelfOf } from '../staff/store'
import { renewedUntil } from './lifetime'
import { insertSession } from './store'
import { newSessionToken, sealSessionKey, tokenHash } from './token'

/** Exchanges a `wx.login` code for our own session; a member is made at the first visit. */
export async function openSession(
  deps: Deps,
  code: string,
  nowMs: number,
): Promise<Result<SessionView, Refusal>> {
  const login = await loginOf(deps, code)
  return login.ok ? openSessionFor(deps, login.value, nowMs) : login
}

/** A session for somebody WeChat has named. Refuses members the shop has blocked. */
export async function openSessionFor(
  deps: Deps,
  login: WeChatLogin,
  nowMs: number,
): Promise<Result<SessionView, Refusal>> {
  const token = newSessionToken(deps.random)
  const loginId = deps.ids.next()
  return inTransaction(deps.db, async (tx): Promise<Result<SessionView, Refusal>> => {
    const { openid, unionid } = login
    const appid = deps.config.wechat.appid
    const member = await upsertMember(tx, { id: deps.ids.next(), appid, openid, unionid, nowMs })
    if (member.isBlocked) return refuse(BLOCKED)
    const expiresAt = renewedUntil(nowMs)
    await insertSession(tx, {
      id: loginId,
      memberId: member.id,
      tokenHash: tokenHash(deps.keys, token),
      sealedSessionKey: sealSessionKey(deps.keys, login.sessionKey),
      createdAt: nowMs,
      expiresAt,
    })
    const staff = await staffSelfOf(tx, member.id)
    return ok({ token, expiresAt, loginId, memberId: member.id, isNewMember: member.isNew, staff })
  })
}

async function loginOf(deps: Deps, code: string): Promise<Result<WeChatLogin, Refusal>> {
  try {
    return ok(await deps.miniProgram.code2Session(code))
  } catch (error) {
    if (!(error instanceof MiniProgramError)) throw error
    if (error.kind === 'code_invalid') return refuse(CODE_INVALID)
    if (error.kind === 'blocked') return refuse(BLOCKED)
    deps.log.warn({ err: error }, 'WeChat did not answer a login')
    return refuse(UNAVAILABLE)
  }
}

const CODE_INVALID: Refusal = {
  code: 'login.code_invalid',
  message: 'The login code is wrong, used up or older than five minutes; call wx.login again.',
}
const BLOCKED: Refusal = { code: 'login.blocked', message: 'This account may not use the shop.' }
const UNAVAILABLE: Refusal = {
  code: 'login.unavailable',
  message: 'WeChat does not answer logins now; try again shortly.',
}
