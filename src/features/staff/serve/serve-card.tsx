import { View } from '@tarojs/components'
import { go } from '../../../platform/navigate'
import { usePageShow } from '../../../platform/page'
import { Bone } from '../../../ui/bone'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import './serve-card.scss'
import { ServeRow } from './serve-row'
import { useServe } from './use-serve'

const SHOWN = 3

/** On the workbench: who is the first to serve today; all of them a tap away. Nothing where it cannot be told. */
export function ServeCard() {
  const serve = useServe()
  usePageShow(() => void serve.reload())
  if (serve.status === 'failed' || serve.status === 'offline') return null
  if (serve.status !== 'ready') {
    return (
      <Card title="今天该关心谁">
        <Bone width="most" />
      </Card>
    )
  }
  const { items, quietNow, quietUntil } = serve.value
  const all = () => go('staffServe')
  return (
    <Card
      className="serve-card"
      title="今天该关心谁"
      extra={
        <View className="serve-card__all" ariaRole="button" onClick={all}>
          {items.length > 0 ? `${items.length} 位` : '看规则'}
          <Icon name="arrow" size="note" />
        </View>
      }
    >
      {quietNow && items.length > 0 && (
        <View className="serve-card__quiet">现在是安静时间，{quietUntil} 以后再联系</View>
      )}
      {items.length === 0 && <View className="serve-card__none">今天没有需要特别关心的会员</View>}
      {items.slice(0, SHOWN).map((item) => (
        <View key={`${item.memberId}.${item.reason}`} className="serve-card__one">
          <ServeRow item={item} onTap={() => go('staffMember', { id: item.memberId })} />
        </View>
      ))}
    </Card>
  )
}
