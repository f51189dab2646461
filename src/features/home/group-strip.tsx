import type { HomeView } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import { Icon } from '../../ui/icon'
import { Mosaic } from './mosaic'
import './group-strip.scss'

interface Props {
  /** `waiting`: the visitor came from a group that is being proven. Null: from no group we know. */
  readonly group: HomeView['group'] | 'waiting'
  readonly announcement: string
  readonly onSearch: () => void
}

/** Where the visitor is: in their group's corner of the shop, or in the shop itself. Always equally high. */
export function GroupStrip({ group, announcement, onSearch }: Props) {
  return (
    <View className="group-strip">
      {group === 'waiting' ? <Waiting /> : group ? <InGroup group={group} /> : null}
      {group === null && (
        <View className="group-strip__words">
          <View className="group-strip__name">欢迎来逛</View>
          <View className="group-strip__note">{announcement}</View>
        </View>
      )}
      <View
        className="group-strip__search"
        hoverClass="group-strip__search--pressed"
        ariaRole="button"
        ariaLabel="搜索商品"
        onClick={onSearch}
      >
        <View className="group-strip__lens">
          <Icon name="search" size="small" />
        </View>
      </View>
    </View>
  )
}

function InGroup({ group }: { readonly group: NonNullable<HomeView['group']> }) {
  const { name, buyersThisWeek, initials } = group
  return (
    <>
      <Mosaic initials={initials} />
      <View className="group-strip__words">
        <View className="group-strip__name">{name ?? '这个群'}</View>
        <View className="group-strip__note">
          {buyersThisWeek === null ? '群里人一起逛的小店' : `本周 ${buyersThisWeek} 位群友在买`}
        </View>
      </View>
    </>
  )
}

function Waiting() {
  return (
    <>
      <View className="mosaic">
        <Bone shape="block" className="group-strip__square" />
      </View>
      <View className="group-strip__words">
        <Bone shape="title" width="half" />
        <Bone width="third" className="group-strip__line" />
      </View>
    </>
  )
}
