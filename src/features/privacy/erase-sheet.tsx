import type { DataItem } from '@contract/privacy'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Check } from '../../ui/check'
import { Sheet } from '../../ui/sheet'
import './erase-sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly items: readonly DataItem[]
  readonly refusal: string | null
  readonly isBusy: boolean
  readonly onErase: () => void
  readonly onClose: () => void
}

/** What erasing does, item by item; it takes a tick and a tap, because nothing brings it back. */
export function EraseSheet({ isOpen, items, refusal, isBusy, onErase, onClose }: Props) {
  const [isSure, setSure] = useState(false)
  return (
    <Sheet
      isOpen={isOpen}
      onClose={() => {
        setSure(false)
        onClose()
      }}
      title="注销并删除"
      foot={
        <Button
          isBlock
          className="erase-sheet__erase"
          isDisabled={!isSure}
          isLoading={isBusy}
          onTap={onErase}
        >
          注销并删除
        </Button>
      }
    >
      <View className="erase-sheet">
        {items.map(({ item, onErasure }) => (
          <View key={item} className="erase-sheet__item">
            <View className="erase-sheet__name">{item}</View>
            <View className="erase-sheet__fate">{onErasure}</View>
          </View>
        ))}
        {refusal && (
          <Banner tone="bad" icon="info">
            {refusal}
          </Banner>
        )}
        <View className="erase-sheet__sure" onClick={() => setSure(!isSure)}>
          <Check isOn={isSure} label="我明白不能恢复" />
          我明白：优惠券和会员等级一起消失，不能恢复
        </View>
      </View>
    </Sheet>
  )
}
