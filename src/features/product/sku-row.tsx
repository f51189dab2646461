import { View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import './sku-row.scss'

interface Props {
  readonly label: string
  /** What is chosen, `5斤装 · 1 件`. */
  readonly text: string
  readonly note: string | null
  /** Absent where nothing can be chosen. */
  readonly onTap?: () => void
}

/** The chosen specification; a tap opens the sheet. */
export function SkuRow({ label, text, note, onTap }: Props) {
  return (
    <View
      className="sku-row product__sku"
      hoverClass={onTap ? 'sku-row--pressed' : 'none'}
      ariaRole={onTap ? 'button' : undefined}
      onClick={onTap}
    >
      <View className="sku-row__label">{label}</View>
      <View className="sku-row__text">
        {text}
        {note && <View className="sku-row__note">{note}</View>}
      </View>
      {onTap && <Icon name="arrow" size="note" className="sku-row__arrow" />}
    </View>
  )
}
