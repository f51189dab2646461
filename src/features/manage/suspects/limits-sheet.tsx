import type { TrustLimits } from '@contract/trust'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { cls } from '../../../ui/cls'
import { Sheet } from '../../../ui/sheet'
import './limits-sheet.scss'
import { LIMITS } from './words'

interface Props {
  readonly limits: TrustLimits
  readonly isBusy: boolean
  readonly onKeep: (limits: TrustLimits) => void
  readonly onClose: () => void
}

/** The thresholds of the rules as numbers; each says its bounds where it is out of them. */
export function LimitsSheet({ limits, isBusy, onKeep, onClose }: Props) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(LIMITS.map(({ key }) => [key, String(limits[key])])),
  )
  const isOut = ({ key, min, max }: (typeof LIMITS)[number]) => {
    const text = typed[key]?.trim() ?? ''
    return !/^\d{1,4}$/.test(text) || Number(text) < min || Number(text) > max
  }
  const keep = () => {
    if (LIMITS.some(isOut)) return
    const kept = LIMITS.map(({ key }) => [key, Number(typed[key])] as const)
    onKeep({ ...limits, ...(Object.fromEntries(kept) as Partial<TrustLimits>) })
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="什么算可疑"
      foot={
        <Button isBlock isLoading={isBusy} isDisabled={LIMITS.some(isOut)} onTap={keep}>
          保存
        </Button>
      }
    >
      <View className="limits-sheet">
        {LIMITS.map((limit) => (
          <View key={limit.key} className="limits-sheet__one">
            <View className="limits-sheet__title">
              {limit.title}
              {isOut(limit) && (
                <View className="limits-sheet__fault">
                  {limit.min}–{limit.max} 之间
                </View>
              )}
            </View>
            <Input
              className={cls('limits-sheet__input', isOut(limit) && 'limits-sheet__input--wrong')}
              type="number"
              maxlength={4}
              value={typed[limit.key]}
              onInput={({ detail }) => setTyped((before) => ({ ...before, [limit.key]: detail.value }))}
            />
            <View className="limits-sheet__unit">{limit.unit}</View>
          </View>
        ))}
        <View className="limits-sheet__note">只管以后的打开和卡片；已经标出来的不会自己消失</View>
      </View>
    </Sheet>
  )
}
