import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './icon'
import './stepper.scss'

interface Props {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
  /** Told when a tap goes past an end, so that the screen can say why. */
  readonly onLimit?: (end: 'min' | 'max') => void
  readonly isDisabled?: boolean
}

/** Fewer, a number, more; each side takes taps of 88 px. */
export function Stepper({ value, onChange, min = 1, max = 999, onLimit, isDisabled }: Props) {
  const step = (by: 1 | -1) => {
    if (isDisabled) return
    const next = value + by
    if (next < min) onLimit?.('min')
    else if (next > max) onLimit?.('max')
    else onChange(next)
  }
  const side = (by: 1 | -1, isAtEnd: boolean) => (
    <View
      className={cls('stepper__side', isAtEnd && 'stepper__side--off')}
      hoverClass="stepper__side--pressed"
      ariaRole="button"
      ariaLabel={by > 0 ? '增加数量' : '减少数量'}
      onClick={() => step(by)}
    >
      <Icon name={by > 0 ? 'add' : 'minus'} size="note" />
    </View>
  )
  return (
    <View className={cls('stepper', isDisabled && 'stepper--off')}>
      {side(-1, value <= min)}
      <View className="stepper__value">{value}</View>
      {side(1, value >= max)}
    </View>
  )
}
