import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { bpsOf, rateText } from './rate'
import './rate-sheet.scss'

interface Props {
  readonly name: string
  readonly bps: number | null
  /** Whether there may be no rate of its own, so that the staff member's counts. */
  readonly canBeNone: boolean
  readonly isBusy: boolean
  readonly onKeep: (bps: number | null) => void
  readonly onClose: () => void
}

const USUAL = [0, 100, 200, 300, 500, 1000]

/** One commission rate, typed or picked from the usual ones. */
export function RateSheet({ name, bps, canBeNone, isBusy, onKeep, onClose }: Props) {
  const [text, setText] = useState(bps === null ? '' : String(bps / 100))
  const [isChecked, setChecked] = useState(false)
  const typed = text.trim() === '' && canBeNone ? null : bpsOf(text)
  const isWrong = typed === null && !(canBeNone && text.trim() === '')
  const keep = () => {
    setChecked(true)
    if (!isWrong) onKeep(typed)
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`${name}的提成`}
      foot={
        <Button isBlock isLoading={isBusy} onTap={keep} className="rate-sheet__keep">
          保存
        </Button>
      }
    >
      <View className="rate-sheet">
        <View className="rate-sheet__field">
          <Field
            label="比例（%）"
            type="digit"
            value={text}
            maxLength={6}
            placeholder={canBeNone ? '留空，按店员的比例' : '0 为不计提成'}
            error={isChecked && isWrong ? '请填 0 到 100，最多两位小数' : null}
            onInput={setText}
          />
        </View>
        <View className="rate-sheet__usual">
          {USUAL.map((it) => (
            <Chip key={it} isChosen={typed === it} onTap={() => setText(String(it / 100))}>
              {rateText(it)}
            </Chip>
          ))}
          {canBeNone && (
            <Chip isChosen={text.trim() === ''} onTap={() => setText('')}>
              按店员
            </Chip>
          )}
        </View>
        <View className="rate-sheet__note">只用于以后的订单，已经记下的提成不变</View>
      </View>
    </Sheet>
  )
}
