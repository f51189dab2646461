import { View } from '@tarojs/components'
import { Shell } from '../../features/shell/shell'
import { dial } from '../../platform/feedback'
import { go } from '../../platform/navigate'
import { openPrivacyContract } from '../../platform/privacy'
import { useShop } from '../../platform/shop'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { KEPT_DATA, type KeptData, NOT_COLLECTED, PERSONALISED, YOUR_RIGHTS } from './kept-data'
import './index.scss'

export default function PrivacyPage() {
  const shop = useShop((s) => s.shop)
  const phone = shop?.servicePhone ?? null
  return (
    <Shell className="privacy">
      <View className="privacy__lead">
        {shop?.name ?? '群店'}只留做成这笔生意需要的信息。下面逐项写明留了什么、为什么、留多久。
      </View>
      {KEPT_DATA.map((item) => (
        <Kept key={item.what} item={item} />
      ))}
      <Card title="不收集什么">
        <View className="privacy__text">{NOT_COLLECTED}</View>
      </Card>
      <Card title="个性化推荐">
        <View className="privacy__text">{PERSONALISED}</View>
      </Card>
      <Card title="你的权利">
        <View className="privacy__text">{YOUR_RIGHTS}</View>
      </Card>
      <Card isFlush className="privacy__mine">
        <Cell icon="person" title="我的数据" note="查看、导出，或注销并删除" onTap={() => go('myData')} />
      </Card>
      <Card isFlush>
        <Cell
          icon="shield"
          title="用户隐私保护指引"
          note="在微信公示的完整版本"
          onTap={openPrivacyContract}
        />
        <Cell icon="chat" title="联系客服" openType="contact" native={{ sessionFrom: 'privacy' }} />
        {phone && <Cell icon="phone" title="客服电话" value={phone} onTap={() => dial(phone)} />}
      </Card>
    </Shell>
  )
}

function Kept({ item }: { readonly item: KeptData }) {
  return (
    <Card title={item.what}>
      <View className="privacy__text">{item.detail}</View>
      <View className="privacy__fact">
        <View className="privacy__name">为什么</View>
        <View className="privacy__value">{item.why}</View>
      </View>
      <View className="privacy__fact">
        <View className="privacy__name">留多久</View>
        <View className="privacy__value">{item.howLong}</View>
      </View>
    </Card>
  )
}
