import type { AddressInput } from '@contract/address'
import { Text, View } from '@tarojs/components'
import { phoneText, regionText } from './address-text'
import './address-lines.scss'

type Shown = Pick<AddressInput, 'name' | 'phone' | 'province' | 'city' | 'district' | 'detail'>

/** Where a parcel goes: region small, door large, then who takes it. */
export function AddressLines({ address }: { readonly address: Shown }) {
  return (
    <View className="address-lines">
      <View className="address-lines__region">{regionText(address)}</View>
      <View className="address-lines__detail">{address.detail}</View>
      <View className="address-lines__who">
        <Text className="address-lines__name">{address.name}</Text>
        <Text>{phoneText(address.phone)}</Text>
      </View>
    </View>
  )
}
