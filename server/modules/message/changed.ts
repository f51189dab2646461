import { and, eq } from 'drizzle-orm'
import type { Deps } from '../../platform/deps'
import { members } from '../../schema/member'
import type { PushHandler } from '../push/handler'
import { clearGrant } from './grants'

/** `subscribe_msg_change_event`: in WeChat's settings the member has said no to a template. */
export const changeSubscriptions: PushHandler = async (deps: Deps, push) => {
  const [member] = await deps.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.appid, deps.config.wechat.appid), eq(members.openid, push.openid ?? '')))
  if (!member) return
  for (const { TemplateId, SubscribeStatusString } of listOf(push.payload.List)) {
    if (SubscribeStatusString === 'reject') await clearGrant(deps.db, member.id, String(TemplateId))
  }
}

type Change = { readonly TemplateId?: unknown; readonly SubscribeStatusString?: unknown }

/** One change is an object, several are a list, and XML wraps them once more. */
function listOf(list: unknown): Change[] {
  if (Array.isArray(list)) return list.flatMap(listOf)
  if (typeof list !== 'object' || list === null) return []
  return 'TemplateId' in list ? [list as Change] : Object.values(list).flatMap(listOf)
}
