import type { StaffRow } from '@contract/team'
import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import {
  EMPTY_DRAFT,
  missingOf,
  planOf,
  withoutSuccessor,
  withSuccessor,
} from '../../../../features/manage/handover/draft'
import { FormCard } from '../../../../features/manage/handover/form-card'
import { GroupChoices } from '../../../../features/manage/handover/group-choices'
import { holdingsText } from '../../../../features/manage/handover/holdings-text'
import { PreviewBody } from '../../../../features/manage/handover/preview-body'
import { SuccessorsCard } from '../../../../features/manage/handover/successors-card'
import { StaffSheet } from '../../../../features/manage/team/staff-sheet'
import { postText } from '../../../../features/manage/team/use-team'
import { Shell } from '../../../../features/shell/shell'
import { toast } from '../../../../platform/feedback'
import { goInstead } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import './handover-screen.scss'
import { useHandover } from './use-handover'

interface Props {
  readonly people: readonly StaffRow[]
  /** Whose handover the page was opened for. */
  readonly start: string | null
}

/** Who, how, to whom; then what it would do, and only then the deed. */
export function HandoverScreen({ people, start }: Props) {
  const [staffId, setStaffId] = useState(start)
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [picking, setPicking] = useState<'from' | 'to' | null>(null)
  const { preview, refusal, look, carryOut, close } = useHandover(() => goInstead('manageHandovers'))
  const all = useQuery('manage.groups', () => call('GET /manage/groups'))
  const from = people.find((it) => it.staffId === staffId)
  const groups = all.status === 'ready' ? all.value.items.filter((it) => it.ownerId === staffId) : []
  const others = people.filter((it) => it.staffId !== staffId)
  const free = others.filter((it) => !draft.successors.some((taken) => taken.staffId === it.staffId))
  const isLeaver = draft.form === 'leaver'
  const showsGroups = draft.successors.length > 1 && groups.length > 0 && (isLeaver || draft.covers.groups)
  const ask = () => {
    const missing = from ? missingOf(draft) : '先选谁要交接'
    if (missing || !from) return toast(missing ?? '')
    void look.run(planOf(draft, from.staffId))
  }
  const choose = (chosen: string | null) => {
    setPicking(null)
    if (chosen === null) return
    if (picking === 'to') return setDraft((before) => withSuccessor(before, chosen))
    setStaffId(chosen)
    // Groups that were named belong to somebody else now.
    setDraft((before) => ({ ...withoutSuccessor(before, chosen), groupTo: {} }))
  }
  const bar = (
    <Button isBlock isLoading={look.isBusy} isDisabled={!from} onTap={ask} className="handover__look">
      看看会怎样
    </Button>
  )
  return (
    <Shell className="handover" bar={bar}>
      <Card isFlush>
        <Cell
          icon="person"
          title={from ? from.name : '谁要交接'}
          note={
            from
              ? `${from.title || postText(from.role)} · ${holdingsText(from)}`
              : '离职的，或要把一部分交出去的'
          }
          onTap={() => setPicking('from')}
        />
      </Card>
      {from && (
        <>
          <FormCard draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
          <SuccessorsCard
            successors={draft.successors}
            people={people}
            dividesMembers={isLeaver || draft.covers.members}
            onAdd={() => setPicking('to')}
            onRemove={(id) => setDraft((before) => withoutSuccessor(before, id))}
            onWeigh={(id, weight) =>
              setDraft((before) => ({
                ...before,
                successors: before.successors.map((it) => (it.staffId === id ? { ...it, weight } : it)),
              }))
            }
          />
          {showsGroups && (
            <GroupChoices
              draft={draft}
              groups={groups}
              people={people}
              onGive={(groupId, to) =>
                setDraft((before) => ({ ...before, groupTo: { ...before.groupTo, [groupId]: to } }))
              }
            />
          )}
        </>
      )}
      {picking && (
        <StaffSheet
          title={picking === 'from' ? '谁要交接' : '交给谁'}
          people={picking === 'from' ? people : free}
          chosen={picking === 'from' ? staffId : undefined}
          onChoose={choose}
          onClose={() => setPicking(null)}
        />
      )}
      {preview && from && (
        <ReasonSheet
          title="交接会这样"
          yes={isLeaver ? `确认，${from.name}离职` : '确认交接'}
          often={isLeaver ? ['离职', '调去别的店'] : ['调整分工', '休假']}
          refusal={refusal}
          isBusy={carryOut.isBusy}
          onGive={(reason) => void carryOut.run(planOf(draft, from.staffId), reason)}
          onClose={close}
        >
          <PreviewBody preview={preview} />
        </ReasonSheet>
      )}
    </Shell>
  )
}
