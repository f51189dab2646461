import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import './reason-sheet.scss'

interface Props {
  readonly title: string
  /** What the one button says. */
  readonly yes: string
  /** What happens, in one sentence, above the reason. */
  readonly children?: ReactNode
  /** Reasons that are given often, a tap each. */
  readonly often?: readonly string[]
  readonly placeholder?: string
  readonly refusal?: string | null
  readonly isBusy: boolean
  readonly onGive: (reason: string) => void
  readonly onClose: () => void
}

/** The contract's shortest reason, in characters. */
const SHORTEST = 2

/** Asks why before something that is written down. The reason lands in the audit trail, so it is never empty. */
export function ReasonSheet(props: Props) {
  const { title, yes, children, often = [], placeholder = '会写进操作记录', refusal, isBusy } = props
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const isShort = reason.trim().length < SHORTEST
  const give = () => {
    setChecked(true)
    if (!isShort) props.onGive(reason.trim())
  }
  return (
    <Sheet
      isOpen
      onClose={props.onClose}
      title={title}
      foot={
        <Button isBlock isLoading={isBusy} onTap={give} className="reason-sheet__yes">
          {yes}
        </Button>
      }
    >
      <View className="reason-sheet">
        {children && <View className="reason-sheet__what">{children}</View>}
        {refusal && (
          <Banner tone="bad" icon="info">
            {refusal}
          </Banner>
        )}
        <View className="reason-sheet__field">
          <Field
            label="原因"
            value={reason}
            maxLength={200}
            isLong
            placeholder={placeholder}
            error={isChecked && isShort ? '请写一句原因' : null}
            onInput={setReason}
          />
        </View>
        {often.length > 0 && (
          <View className="reason-sheet__often">
            {often.map((text) => (
              <Chip key={text} isChosen={reason === text} onTap={() => setReason(text)}>
                {text}
              </Chip>
            ))}
          </View>
        )}
      </View>
    </Sheet>
  )
}
