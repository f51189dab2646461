import type { HandoverRow } from '@contract/handover'
import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import { HandoverCard } from '../../../../features/manage/handover/handover-card'
import { handoverRefusal } from '../../../../features/manage/handover/words'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { toast } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { useQuery } from '../../../../platform/use-query'
import { Button } from '../../../../ui/button'
import { EndMark } from '../../../../ui/end-mark'
import { Loadable } from '../../../../ui/loadable'
import './index.scss'

/** Every handover, newest first; each can be taken back for a day. */
export default function HandoversPage() {
  const rows = useQuery(useStaffKey('manage.handovers'), () => call('GET /manage/handovers'), {
    isEmpty: ({ items }) => items.length === 0,
  })
  const [undoing, setUndoing] = useState<HandoverRow | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async (id: string, reason: string) => {
    const answer = await call('POST /manage/handovers/:id/undo', { params: { id }, body: { reason } })
    if (!answer.ok) return setRefusal(handoverRefusal(answer.error))
    setUndoing(null)
    toast('已撤销', 'done')
    await rows.reload()
  })
  usePageShow(() => void rows.reload())
  usePullDown(rows.reload)
  if (isStranger(rows)) {
    return (
      <Shell>
        <Loadable of={rows} failed={STRANGER} />
      </Shell>
    )
  }
  const bar = (
    <Button isBlock onTap={() => go('manageHandover')} className="handovers__new">
      办一次交接
    </Button>
  )
  return (
    <Shell className="handovers" bar={bar}>
      <Loadable
        of={rows}
        skeleton={<ListSkeleton rows={3} />}
        empty={{ art: 'person', title: '还没有交接过', text: '有人离职，或要换人服务时，从这里交接' }}
      />
      {rows.status === 'ready' &&
        rows.value.items.map((row) => (
          <HandoverCard
            key={row.id}
            row={row}
            onPerson={(id) => go('manageTeamMember', { id })}
            onUndo={() => {
              setRefusal(null)
              setUndoing(row)
            }}
          />
        ))}
      {rows.status === 'ready' && <EndMark state="end" />}
      {undoing && (
        <ReasonSheet
          title={`撤销${undoing.name}的交接`}
          yes="撤销"
          often={['选错了人', '不离职了']}
          refusal={refusal}
          isBusy={isBusy}
          onGive={(reason) => void run(undoing.id, reason)}
          onClose={() => setUndoing(null)}
        >
          交出去的会回来，后来又被别人改过的不动。这段时间的订单，业绩不变。
        </ReasonSheet>
      )}
    </Shell>
  )
}
