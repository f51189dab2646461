import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Icon, type IconName } from '../../../ui/icon'
import './join-ask.scss'

const PROMISES: readonly { readonly icon: IconName; readonly title: string; readonly text: string }[] = [
  { icon: 'share', title: '分享带来的订单记在你名下', text: '谁从你的卡片、你的群里来，都有据可查' },
  { icon: 'quote', title: '每一单都说得清为什么', text: '订单下面写着归属的理由，不用猜' },
  { icon: 'chart', title: '看得见自己的转化', text: '打开、下单、复购，每天的数字都在工作台' },
]

/** What accepting the invitation means. */
export function JoinAsk({ shopName }: { readonly shopName: string }) {
  return (
    <View className="join-ask">
      <View className="join-ask__art">
        <Icon name="person" size="art" />
      </View>
      <View className="join-ask__title">邀请你成为{shopName}的导购</View>
      <Card>
        {PROMISES.map(({ icon, title, text }) => (
          <View key={title} className="join-ask__promise">
            <Icon name={icon} className="join-ask__icon" />
            <View className="join-ask__words">
              <View>{title}</View>
              <View className="join-ask__text">{text}</View>
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}
