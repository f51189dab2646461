import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import './how-to-claim.scss'

const STEPS = ['把小店卡片发到你的群里', '从群里点开这张卡片', '回到这里，把它设为我的群']

/** How a group comes to be mine: only an opening out of the group proves which group it is. */
export function HowToClaim({ isAsking }: { readonly isAsking: boolean }) {
  return (
    <Card title="添加一个群" className="how-to-claim">
      {STEPS.map((text, place) => (
        <View key={text} className="how-to-claim__step">
          <View className="how-to-claim__number">{place + 1}</View>
          <View className="how-to-claim__text">{text}</View>
        </View>
      ))}
      <View className="how-to-claim__foot">
        {isAsking ? '正在确认你从哪个群打开…' : '微信只在从群里打开时告诉我们是哪个群，所以要走这一步'}
      </View>
      <Button isBlock kind="tint" icon="share" openType="share" className="groups__share">
        把卡片发到群里
      </Button>
    </Card>
  )
}
