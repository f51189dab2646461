import type { AddressView } from '@contract/address'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { AddressRow } from '../../../../features/address/address-row'
import { pickAddress, useAddressPick } from '../../../../features/address/store'
import { useAddresses, useWechatAddress } from '../../../../features/address/use-addresses'
import { Shell } from '../../../../features/shell/shell'
import { go, goBack } from '../../../../platform/navigate'
import { usePageShow } from '../../../../platform/page'
import { Bone } from '../../../../ui/bone'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'
import './index.scss'

/** My addresses, to pick one or to change them. */
export function ListScreen({ isPicking }: { readonly isPicking: boolean }) {
  const addresses = useAddresses()
  const pickedId = useAddressPick((s) => s.pickedId)
  const [pickedBefore] = useState(pickedId)
  usePageShow(() => {
    // One that was just filled in is picked already: the order goes on.
    if (isPicking && useAddressPick.getState().pickedId !== pickedBefore) goBack()
    else void addresses.reload()
  })
  const pick = isPicking ? 1 : undefined
  const edit = (id: string) => go('addresses', { edit: id, pick })
  const choose = (address: AddressView) => {
    pickAddress(address.id)
    goBack()
  }
  const onKept = (address: AddressView) => (isPicking ? choose(address) : undefined)
  const wechat = useWechatAddress({ onKept, onRefused: () => edit('new') })
  const bar = (
    <>
      <Button isBlock kind="line" onTap={() => edit('new')} className="addresses__new">
        手动填写
      </Button>
      <Button isBlock isLoading={wechat.isBusy} onTap={() => void wechat.run()}>
        使用微信地址
      </Button>
    </>
  )
  return (
    <Shell className="addresses" bar={bar}>
      <View className="addresses__list">
        <Loadable of={addresses} skeleton={<Bones />} />
        {addresses.status === 'ready' && addresses.value.items.length === 0 && (
          <StateView art="pin" title="还没有收货地址" text="从微信里选一个，或者自己填一个" />
        )}
        {addresses.status === 'ready' &&
          addresses.value.items.map((address) => (
            <AddressRow
              key={address.id}
              address={address}
              isPicked={isPicking && address.id === pickedId}
              onTap={() => (isPicking ? choose(address) : edit(address.id))}
              onEdit={() => edit(address.id)}
            />
          ))}
      </View>
    </Shell>
  )
}

const Bones = () => (
  <Card>
    <Bone width="third" />
    <Bone shape="title" width="most" className="addresses__bone" />
    <Bone width="half" className="addresses__bone" />
  </Card>
)
