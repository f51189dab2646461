import type { InvitationRow as Invitation } from '@contract/team'
import { useState } from 'react'
import { InvitationRow } from '../../../../features/manage/invitations/invitation-row'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { errorText } from '../../../../platform/error-text'
import { confirm, toast } from '../../../../platform/feedback'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { useQuery } from '../../../../platform/use-query'
import { EndMark } from '../../../../ui/end-mark'
import { Loadable } from '../../../../ui/loadable'

/** Invitations that were made: those nobody has used yet can be revoked. */
export function Invitations({ onChanged }: { readonly onChanged: () => Promise<void> }) {
  const rows = useQuery(useStaffKey('manage.invitations'), () => call('GET /manage/staff/invitations'), {
    isEmpty: ({ items }) => items.length === 0,
  })
  const [revoked, setRevoked] = useState<string | null>(null)
  const { isBusy, run } = useAction(async ({ id, name }: Invitation) => {
    const isSure = await confirm({ title: `撤回给${name}的邀请吗`, text: '发出去的卡片会失效，不能再加入' })
    if (!isSure) return
    setRevoked(id)
    const answer = await call('DELETE /manage/staff/invitations/:id', { params: { id } })
    if (!answer.ok) toast(errorText(answer.error))
    else toast('已撤回', 'done')
    await Promise.all([rows.reload(), onChanged()])
  })
  return (
    <>
      <Loadable
        of={rows}
        skeleton={<ListSkeleton rows={2} />}
        empty={{ art: 'person', title: '还没有邀请过谁', text: '邀请只能用一次，直接发给本人' }}
      />
      {rows.status === 'ready' &&
        rows.value.items.map((row) => (
          <InvitationRow
            key={row.id}
            row={row}
            isBusy={isBusy && revoked === row.id}
            onRevoke={() => void run(row)}
          />
        ))}
      {rows.status === 'ready' && <EndMark state="end" />}
    </>
  )
}
