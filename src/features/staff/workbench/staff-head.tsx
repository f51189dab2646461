import type { StaffSelf } from '@contract/session'
import type { WorkbenchView } from '@contract/staff'
import { Text, View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Tag } from '../../../ui/tag'
import './staff-head.scss'

interface Props {
  readonly staff: StaffSelf
  readonly rank: WorkbenchView['rank']
  readonly onRank: () => void
}

/** Whose figures these are, and where they stand in the shop. */
export function StaffHead({ staff, rank, onRank }: Props) {
  return (
    <View className="staff-head">
      <Avatar name={staff.name} />
      <View className="staff-head__words">
        <View className="staff-head__name">
          {staff.name}
          {staff.role === 'manager' && staff.title !== '店长' && <Tag tone="accent">店长</Tag>}
        </View>
        <View className="staff-head__title">{staff.title}</View>
      </View>
      {rank && (
        <View className="staff-head__rank" ariaRole="button" onClick={onRank}>
          店内第
          <Text className="staff-head__place">{rank.place}</Text>，共 {rank.of} 人
        </View>
      )}
    </View>
  )
}
