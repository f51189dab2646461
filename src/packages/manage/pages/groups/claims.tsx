import type { GroupClaimRow } from '@contract/team'
import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import { ClaimCard } from '../../../../features/manage/groups/claim-card'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { EndMark } from '../../../../ui/end-mark'

interface Props {
  readonly rows: readonly GroupClaimRow[]
  readonly onDecided: () => Promise<unknown>
}

/** Conflicts over groups: those to decide first, then what was decided. */
export function Claims({ rows, onDecided }: Props) {
  const [deciding, setDeciding] = useState<{ claim: GroupClaimRow; approve: boolean } | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async (id: string, approve: boolean, reason: string) => {
    const answer = await call('POST /manage/group-claims/:id', { params: { id }, body: { approve, reason } })
    if (!answer.ok) {
      const isLate = answer.error.code === 'claim.decided'
      return setRefusal(isLate ? '别的店长已经决定了，下拉刷新看看' : errorText(answer.error))
    }
    setDeciding(null)
    toast(approve ? '已换负责人' : '已驳回', 'done')
    await onDecided()
  })
  return (
    <>
      {rows.map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          onPerson={(id) => go('manageTeamMember', { id })}
          onDecide={(approve) => {
            setRefusal(null)
            setDeciding({ claim, approve })
          }}
        />
      ))}
      <EndMark state="end" />
      {deciding && (
        <ReasonSheet
          title={deciding.approve ? `交给${deciding.claim.claimantName}` : '不给，维持现状'}
          yes={deciding.approve ? '同意' : '驳回'}
          often={
            deciding.approve ? ['确认是他拉的群', '两人商量好了'] : ['一直由原负责人维护', '先由原负责人管']
          }
          refusal={refusal}
          isBusy={isBusy}
          onGive={(reason) => void run(deciding.claim.id, deciding.approve, reason)}
          onClose={() => setDeciding(null)}
        >
          {deciding.approve
            ? '群从现在起换负责人，已经下的单不变。两位都能看到这句理由。'
            : '负责人不变。申请的同事会看到这句理由。'}
        </ReasonSheet>
      )}
    </>
  )
}
