import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../ui/icon'
import './find-field.scss'

interface Props {
  readonly value: string
  readonly placeholder: string
  readonly onFind: (text: string) => void
}

/** Narrows a list down; asks when the keyboard's own button is pressed, and at once when it is cleared. */
export function FindField({ value, placeholder, onFind }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value
  const find = (text: string) => {
    setTyped(null)
    onFind(text.trim())
  }
  return (
    <View className="find-field">
      <Icon name="search" size="small" className="find-field__lens" />
      <Input
        className="find-field__input"
        value={shown}
        placeholder={placeholder}
        placeholderClass="field__placeholder"
        confirmType="search"
        maxlength={40}
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={(event) => find(event.detail.value)}
      />
      {shown !== '' && (
        <View className="find-field__clear" ariaRole="button" ariaLabel="清除" onClick={() => find('')}>
          <Icon name="close" size="note" />
        </View>
      )}
    </View>
  )
}
