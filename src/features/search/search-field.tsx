import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../ui/icon'
import './search-field.scss'

interface Props {
  /** The words searched for now. */
  readonly words: string
  readonly onSearch: (words: string) => void
  readonly isFocused?: boolean
}

/** The contract's bound. */
const MOST_CHARS = 60

/** Words to look for; searches when the keyboard's own button is pressed, and at once when they are cleared. */
export function SearchField({ words, onSearch, isFocused }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? words
  const search = (text: string) => {
    setTyped(null)
    onSearch(text.trim())
  }
  return (
    <View className="search-field">
      <View className="search-field__box">
        <Icon name="search" size="small" className="search-field__lens" />
        <Input
          className="search-field__input"
          value={shown}
          placeholder="搜水果、零食、日用品"
          placeholderClass="search-field__placeholder"
          confirmType="search"
          maxlength={MOST_CHARS}
          focus={isFocused}
          onInput={(event) => setTyped(event.detail.value)}
          onConfirm={(event) => search(event.detail.value)}
        />
        {shown !== '' && (
          <View
            className="search-field__clear"
            hoverClass="search-field__clear--pressed"
            ariaRole="button"
            ariaLabel="清除"
            onClick={() => search('')}
          >
            <Icon name="close" size="note" />
          </View>
        )}
      </View>
    </View>
  )
}
