import { View } from '@tarojs/components'
import { cls } from './cls'
import './icon.scss'

export type IconName =
  | 'add'
  | 'arrow'
  | 'bag'
  | 'box'
  | 'card'
  | 'cart'
  | 'chart'
  | 'chat'
  | 'check'
  | 'clock'
  | 'close'
  | 'cloud'
  | 'code'
  | 'coupon'
  | 'edit'
  | 'gear'
  | 'gift'
  | 'group'
  | 'heart'
  | 'home'
  | 'info'
  | 'minus'
  | 'person'
  | 'phone'
  | 'pin'
  | 'quote'
  | 'return'
  | 'search'
  | 'share'
  | 'shield'
  | 'spark'
  | 'star'
  | 'trash'
  | 'truck'
  | 'wallet'
  | 'warn'

interface Props {
  readonly name: IconName
  /** note 28 · small 36 · body 44 (default) · head 56 · art 96, px at 750. */
  readonly size?: 'note' | 'small' | 'body' | 'head' | 'art'
  readonly className?: string
}

/** A one-stroke icon in the colour of the text around it. */
export function Icon({ name, size = 'body', className }: Props) {
  return <View className={cls('icon', `icon--${name}`, `icon--${size}`, className)} />
}
