import { View } from '@tarojs/components'
import { useMe } from '../../../../features/me/use-me'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { go } from '../../../../platform/navigate'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import { ENTRIES } from '../../entries'
import './index.scss'

/** Where a manager finds everything the shop lets them do. To anybody else the page does not exist. */
export default function ManagePage() {
  const me = useMe()
  if (me.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={me} skeleton={<ListSkeleton rows={4} />} />
      </Shell>
    )
  }
  if (me.value.staff?.role !== 'manager') {
    return (
      <Shell>
        <StateView art="info" {...STRANGER['thing.not_found']} />
      </Shell>
    )
  }
  return (
    <Shell className="manage">
      {ENTRIES.map(({ about, entries }) => (
        <View key={about}>
          <View className="manage__about">{about}</View>
          <Card isFlush>
            {entries.map(({ route, icon, title, note }) => (
              <Cell key={route} icon={icon} title={title} note={note} onTap={() => go(route)} />
            ))}
          </Card>
        </View>
      ))}
    </Shell>
  )
}
