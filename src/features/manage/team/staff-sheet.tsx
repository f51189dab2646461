import type { StaffRow } from '@contract/team'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Icon } from '../../../ui/icon'
import { Sheet } from '../../../ui/sheet'
import { StateView } from '../../../ui/state-view'
import './staff-sheet.scss'
import { postText } from './use-team'

interface Props {
  readonly title: string
  readonly people: readonly StaffRow[]
  readonly chosen?: string | null
  /** What choosing nobody is called; left out, somebody must be chosen. */
  readonly nobody?: { readonly title: string; readonly note: string }
  readonly onChoose: (staffId: string | null) => void
  readonly onClose: () => void
}

/** Chooses one colleague by face, name and what they look after. */
export function StaffSheet({ title, people, chosen, nobody, onChoose, onClose }: Props) {
  return (
    <Sheet isOpen onClose={onClose} title={title}>
      <View className="staff-sheet">
        {people.map(({ staffId, name, title: post, role, members, groups }) => (
          <View
            key={staffId}
            className="staff-sheet__one"
            hoverClass="staff-sheet__one--pressed"
            ariaRole="button"
            onClick={() => onChoose(staffId)}
          >
            <Avatar name={name} />
            <View className="staff-sheet__words">
              <View className="staff-sheet__name">{name}</View>
              <View className="staff-sheet__note">
                {post || postText(role)} · {members} 位客户 · {groups} 个群
              </View>
            </View>
            {staffId === chosen && <Icon name="check" size="small" className="staff-sheet__chosen" />}
          </View>
        ))}
        {nobody && (
          <View
            className="staff-sheet__one"
            hoverClass="staff-sheet__one--pressed"
            ariaRole="button"
            onClick={() => onChoose(null)}
          >
            <View className="staff-sheet__nobody">
              <Icon name="minus" size="small" />
            </View>
            <View className="staff-sheet__words">
              <View className="staff-sheet__name">{nobody.title}</View>
              <View className="staff-sheet__note">{nobody.note}</View>
            </View>
            {chosen === null && <Icon name="check" size="small" className="staff-sheet__chosen" />}
          </View>
        )}
        {people.length === 0 && !nobody && <StateView art="person" title="没有别的在职店员" isSmall />}
      </View>
    </Sheet>
  )
}
