import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import './invitation-ready.scss'

export interface Invitation {
  readonly code: string
  /** Full path of the page that accepts it. */
  readonly path: string
  readonly expiresAt: number
  readonly name: string
  readonly title: string
}

/** The share card's name for `pick`. */
export const INVITE_CARD = 'invite'

/** An invitation just made: only its hash is kept at the shop, so it can be sent from here and nowhere else. */
export function InvitationReady({ invitation }: { readonly invitation: Invitation }) {
  const { name, title, expiresAt } = invitation
  return (
    <View className="invitation-ready">
      <View className="invitation-ready__who">
        {name} · {title}
      </View>
      <View className="invitation-ready__until">{momentText(expiresAt)} 前有效，只能用一次</View>
      <View className="invitation-ready__hint">
        请直接发给本人，谁接受就是谁。这张卡片只在这里出现一次，没发出去就重新生成
      </View>
      <Button
        isBlock
        icon="share"
        openType="share"
        id="invite-send"
        className="invite__send"
        native={{ 'data-card': INVITE_CARD }}
      >
        发给{name}
      </Button>
    </View>
  )
}
