import type { listServeToday, ServeItem } from '@contract/member-care'
import type { ResponseOf } from '@contract/route'
import { momentText } from '@domain/shop-time'
import { errorText } from '../../../platform/error-text'
import { confirm, copy, toast } from '../../../platform/feedback'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { type Query, useQuery } from '../../../platform/use-query'
import { useStaffKey } from '../use-staff-key'

export type ServeToday = ResponseOf<typeof listServeToday>

/** Whom to serve today. Pages share the answer, so that who was written to leaves all of them. */
export function useServe(): Query<ServeToday> {
  return useQuery(useStaffKey('serve'), () => call('GET /staff/serve-today', { session: 'need' }))
}

/** Notes that I have written to somebody, after asking: it takes them off everybody's list for days. */
export function useContact(onNoted: () => void) {
  return useAction(async ({ memberId, maskedName, reason }: ServeItem, coolingDays: number) => {
    const isSure = await confirm({
      title: `已经联系过 ${maskedName}`,
      text: `记下以后，${coolingDays} 天内谁的名单上都不再出现这位会员。`,
      yes: '记下',
    })
    if (!isSure) return
    const noted = await call('POST /staff/members/:id/contacts', {
      params: { id: memberId },
      body: { reason },
    })
    if (!noted.ok) return toast(errorText(noted.error))
    toast(`${momentText(noted.value.coolsUntil)}前不再提醒`)
    onNoted()
  })
}

/** Puts the suggested sentence on the clipboard; WeChat says so itself. */
export async function copyOpening({ opening }: ServeItem): Promise<void> {
  if (!(await copy(opening))) toast('没有复制成功')
}
