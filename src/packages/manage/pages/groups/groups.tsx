import type { GroupRow } from '@contract/team'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import { GroupCard, groupName } from '../../../../features/manage/groups/group-card'
import { StaffSheet } from '../../../../features/manage/team/staff-sheet'
import { inService, useTeam } from '../../../../features/manage/team/use-team'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Chip } from '../../../../ui/chip'
import { EndMark } from '../../../../ui/end-mark'
import { Field } from '../../../../ui/field'
import { StateView } from '../../../../ui/state-view'

interface Props {
  readonly rows: readonly GroupRow[]
  /** Only the groups of this staff member, until all are asked for. */
  readonly ownerId: string | null
  readonly onChanged: () => Promise<unknown>
}

interface Gift {
  readonly group: GroupRow
  /** Undefined until somebody, or nobody, is chosen. */
  readonly to?: string | null
}

/** The groups, each given to somebody with a reason. */
export function Groups({ rows, ownerId, onChanged }: Props) {
  const people = inService(useTeam())
  const [isNarrow, setNarrow] = useState(ownerId !== null)
  const [gift, setGift] = useState<Gift | null>(null)
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async ({ group, to = null }: Gift, reason: string) => {
    const named = name.trim() && name.trim() !== group.name ? { name: name.trim() } : {}
    const answer = await call('PUT /manage/groups/:id/owner', {
      params: { id: group.id },
      body: { staffId: to, reason, ...named },
    })
    if (!answer.ok) return setRefusal(errorText(answer.error))
    setGift(null)
    toast(to === null ? '已放开' : '已交给新负责人', 'done')
    await onChanged()
  })
  const begin = (group: GroupRow) => {
    setName(group.name ?? '')
    setRefusal(null)
    setGift({ group })
  }
  const shown = isNarrow ? rows.filter((it) => it.ownerId === ownerId) : rows
  const toName = people.find(({ staffId }) => staffId === gift?.to)?.name
  return (
    <>
      {ownerId !== null && (
        <View className="groups__who">
          <Chip isChosen={isNarrow} onTap={() => setNarrow(!isNarrow)}>
            只看{people.find(({ staffId }) => staffId === ownerId)?.name ?? '这位同事'}的
          </Chip>
        </View>
      )}
      {shown.map((group) => (
        <GroupCard
          key={group.id}
          group={group}
          onGive={() => begin(group)}
          onOwner={(id) => go('manageTeamMember', { id })}
          onOrders={() => go('manageCorrections', { groupId: group.id, name: groupName(group.name) })}
        />
      ))}
      {shown.length === 0 ? <StateView art="group" title="名下还没有群" /> : <EndMark state="end" />}
      {gift && gift.to === undefined && (
        <StaffSheet
          title={`${groupName(gift.group.name)}交给谁`}
          people={people}
          chosen={gift.group.ownerId ?? undefined}
          nobody={{ title: '先不归谁', note: '以后从这个群来的单按规则找下一位' }}
          onChoose={(to) => setGift({ ...gift, to })}
          onClose={() => setGift(null)}
        />
      )}
      {gift && gift.to !== undefined && (
        <ReasonSheet
          title={gift.to === null ? '这个群先不归谁' : `交给${toName ?? ''}`}
          yes="确定"
          often={['调整分工', '是他拉的群', '离职补交']}
          refusal={refusal}
          isBusy={isBusy}
          onGive={(reason) => void run(gift, reason)}
          onClose={() => setGift(null)}
        >
          已经下的单不变，以后从这个群来的才算新负责人。
          <View className="groups__name">
            <Field label="群名" value={name} maxLength={40} placeholder="方便认的名字" onInput={setName} />
          </View>
        </ReasonSheet>
      )}
    </>
  )
}
