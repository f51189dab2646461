import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { useProductPages } from '../../../../features/search/use-product-pages'
import { Button } from '../../../../ui/button'
import { Check } from '../../../../ui/check'
import { Loadable } from '../../../../ui/loadable'
import { Picture } from '../../../../ui/picture'
import { Sheet } from '../../../../ui/sheet'
import './product-picker.scss'

interface Props {
  readonly isOpen: boolean
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly onClose: () => void
}

/** Products found by a word, ticked one by one. */
export function ProductPicker({ isOpen, chosen, onChange, onClose }: Props) {
  const [words, setWords] = useState('')
  const pages = useProductPages({ q: words || undefined })
  const turn = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((it) => it !== id) : [...chosen, id])
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="选择商品"
      foot={
        <Button isBlock onTap={onClose}>
          选好了，共 {chosen.length} 件
        </Button>
      }
    >
      <Input
        className="product-picker__search"
        value={words}
        placeholder="按名字找"
        placeholderClass="field__placeholder"
        onInput={(event) => setWords(event.detail.value.trim())}
      />
      <Loadable of={pages.first} empty={{ art: 'search', title: '没有找到' }} />
      {pages.cards.map(({ id, title, picture }) => (
        <View key={id} className="product-picker__row" onClick={() => turn(id)}>
          <Check isOn={chosen.includes(id)} label={title} />
          <View className="product-picker__picture">
            <Picture src={picture.small} />
          </View>
          <View className="product-picker__title">{title}</View>
        </View>
      ))}
      {pages.state === 'more' && pages.cards.length > 0 && (
        <Button isBlock kind="text" onTap={() => void pages.loadMore()}>
          更多
        </Button>
      )}
    </Sheet>
  )
}
