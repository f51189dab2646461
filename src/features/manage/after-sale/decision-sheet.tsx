import type { ManagedAfterSale } from '@contract/after-sale'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Cell } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { Toggle } from '../../../ui/toggle'
import { yuanText } from '../../../ui/yuan'
import './decision-sheet.scss'
import { DEED_WORDS, type Deed } from './words'

export interface Decision {
  readonly note: string
  readonly isShopAtFault: boolean
  readonly isRestocked: boolean
}

interface Props {
  readonly deed: Exclude<Deed, 'pursue'> | null
  readonly request: ManagedAfterSale
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onDecide: (deed: Exclude<Deed, 'pursue'>, decision: Decision) => void
}

/** What is said and settled with a decision, before it stands. */
export function DecisionSheet({ deed, request, isBusy, onClose, onDecide }: Props) {
  const [note, setNote] = useState('')
  const [isShopAtFault, setFault] = useState(request.isShopAtFault)
  const [isRestocked, setRestocked] = useState(true)
  const [isChecked, setChecked] = useState(false)
  const isRefusal = deed === 'refuse'
  const paysNow = deed === 'grant' || deed === 'takeBack'
  const decide = () => {
    setChecked(true)
    if (!deed || (isRefusal && !note.trim())) return
    onDecide(deed, { note: note.trim(), isShopAtFault, isRestocked })
  }
  return (
    <Sheet
      isOpen={deed !== null}
      onClose={onClose}
      title={deed ? DEED_WORDS[request.kind][deed] : ''}
      foot={
        <Button isBlock isLoading={isBusy} onTap={decide} className="decision-sheet__yes">
          {paysNow ? `退款 ${yuanText(request.amountFen)}` : isRefusal ? '不同意并告诉顾客' : '同意'}
        </Button>
      }
    >
      <View className="decision-sheet">
        {!isRefusal && (
          <Cell
            title="店里的责任"
            note="整单退完时，运费一并退回"
            value={<Toggle isOn={isShopAtFault} label="店里的责任" onChange={setFault} />}
          />
        )}
        {deed === 'takeBack' && (
          <Cell
            title="还能再卖"
            note="放回库存"
            value={<Toggle isOn={isRestocked} label="还能再卖" onChange={setRestocked} />}
          />
        )}
        {deed !== 'takeBack' && (
          <Field
            label={isRefusal ? '原因' : '留言'}
            value={note}
            maxLength={200}
            isLong
            placeholder={isRefusal ? '顾客会看到这句话' : '选填，比如寄回的地址'}
            error={isChecked && isRefusal && !note.trim() ? '请写一句原因' : null}
            onInput={setNote}
          />
        )}
      </View>
    </Sheet>
  )
}
