import type { GroupRow, StaffRow } from '@contract/team'
import { Picker, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import type { HandoverDraft } from './draft'
import './group-choices.scss'

interface Props {
  readonly draft: HandoverDraft
  readonly groups: readonly GroupRow[]
  readonly people: readonly StaffRow[]
  readonly onGive: (groupId: string, staffId: string) => void
}

/** Each group with whom it goes to; only worth asking where several take over. */
export function GroupChoices({ draft, groups, people, onGive }: Props) {
  const names = draft.successors.map(({ staffId }) => people.find((it) => it.staffId === staffId)?.name ?? '')
  const placeOf = (groupId: string) => {
    const place = draft.successors.findIndex(({ staffId }) => staffId === draft.groupTo[groupId])
    return Math.max(0, place)
  }
  return (
    <Card title="群分给谁" isFlush className="group-choices">
      {groups.map(({ id, name, members }) => (
        <Picker
          key={id}
          mode="selector"
          range={names}
          value={placeOf(id)}
          onChange={({ detail }) => {
            const chosen = draft.successors[Number(detail.value)]
            if (chosen) onGive(id, chosen.staffId)
          }}
        >
          <View className="group-choices__one">
            <View className="group-choices__words">
              <View className="group-choices__name">{name ?? '还没起名的群'}</View>
              <View className="group-choices__note">{members} 人来过</View>
            </View>
            <View className="group-choices__to">{names[placeOf(id)]}</View>
            <Icon name="arrow" size="note" className="group-choices__arrow" />
          </View>
        </Picker>
      ))}
    </Card>
  )
}
