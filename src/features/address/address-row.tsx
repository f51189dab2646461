import type { AddressView } from '@contract/address'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { IconButton } from '../../ui/icon-button'
import { Tag } from '../../ui/tag'
import { AddressLines } from './address-lines'
import './address-row.scss'

interface Props {
  readonly address: AddressView
  /** Picks it for the order, or opens it to change. */
  readonly onTap: () => void
  readonly onEdit: () => void
  readonly isPicked?: boolean
}

/** A kept address. */
export function AddressRow({ address, onTap, onEdit, isPicked }: Props) {
  return (
    <Card className="address-row" onTap={onTap}>
      <View className="address-row__body">
        <AddressLines address={address} />
        <View onClick={(event) => event.stopPropagation()}>
          <IconButton icon="edit" label={`修改 ${address.name} 的地址`} isQuiet onTap={onEdit} />
        </View>
      </View>
      {(address.isDefault || isPicked) && (
        <View className="address-row__tags">
          {isPicked && <Tag tone="accent">这一单用它</Tag>}
          {address.isDefault && <Tag tone="plain">默认</Tag>}
        </View>
      )}
    </Card>
  )
}
