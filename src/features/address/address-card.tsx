import type { AddressView } from '@contract/address'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { cls } from '../../ui/cls'
import { Icon } from '../../ui/icon'
import { AddressLines } from './address-lines'
import './address-card.scss'

interface Props {
  readonly address: AddressView | null
  /** The shop does not deliver there. */
  readonly isOutOfReach?: boolean
  readonly isBusy?: boolean
  readonly onChange: () => void
  readonly onWechat: () => void
  readonly onByHand: () => void
}

/** Where the order goes; with none kept yet, the two ways to give one. */
export function AddressCard({ address, isOutOfReach, isBusy, onChange, onWechat, onByHand }: Props) {
  if (!address) {
    return (
      <Card className="address-card">
        <View className="address-card__ask">
          <Icon name="pin" className="address-card__pin" />
          <View className="address-card__words">
            <View className="address-card__title">送到哪里</View>
            <View className="address-card__note">从微信里选一个最快，也可以自己填</View>
          </View>
        </View>
        <View className="address-card__ways">
          <Button isBlock kind="tint" isLoading={isBusy} onTap={onWechat} className="address-card__wechat">
            使用微信地址
          </Button>
          <Button isBlock kind="line" onTap={onByHand} className="address-card__by-hand">
            手动填写
          </Button>
        </View>
        <View className="address-card__edge" />
      </Card>
    )
  }
  return (
    <Card className={cls('address-card', isOutOfReach && 'address-card--out')} onTap={onChange}>
      <View className="address-card__kept">
        <Icon name="pin" className="address-card__pin" />
        <AddressLines address={address} />
        <Icon name="arrow" size="note" className="address-card__arrow" />
      </View>
      {isOutOfReach && <View className="address-card__fault">这里暂时送不到，请换一个地址</View>}
      <View className="address-card__edge" />
    </Card>
  )
}
