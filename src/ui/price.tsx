import { Text, View } from '@tarojs/components'
import { cls } from './cls'
import { yuanParts } from './yuan'
import './price.scss'

interface Props {
  readonly fen: number
  /** small 26 · body 32 · large 44 (default) · figure 64, px at 750 for the yuan. */
  readonly size?: 'small' | 'body' | 'large' | 'figure'
  readonly tone?: 'accent' | 'ink' | 'second' | 'on-accent'
  /** A former or list price. */
  readonly isStruck?: boolean
  /** A word before it, such as 券后. */
  readonly label?: string
  /** A word after it, such as 起. */
  readonly suffix?: string
  readonly className?: string
}

/** The one place where fen become yuan on a screen: small sign, large yuan, small cents. */
export function Price({ fen, size = 'large', tone = 'accent', isStruck, label, suffix, className }: Props) {
  const { sign, yuan, cents } = yuanParts(fen)
  return (
    <View
      className={cls('price', `price--${size}`, `price--${tone}`, isStruck && 'price--struck', className)}
      ariaLabel={`${label ?? ''}${sign}${yuan}.${cents}元${suffix ?? ''}`}
    >
      {label && <Text className="price__label">{label}</Text>}
      <Text className="price__sign">{sign}¥</Text>
      <Text className="price__yuan">{yuan}</Text>
      {(cents !== '00' || isStruck) && <Text className="price__cents">.{cents}</Text>}
      {suffix && <Text className="price__suffix">{suffix}</Text>}
    </View>
  )
}
