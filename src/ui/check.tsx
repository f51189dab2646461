import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './icon'
import './check.scss'

interface Props {
  readonly isOn: boolean
  readonly onTap?: () => void
  readonly label: string
  readonly isDisabled?: boolean
}

/** A round tick with a tap area of 88 px. */
export function Check({ isOn, onTap, label, isDisabled }: Props) {
  return (
    <View
      className={cls('check', isOn && 'check--on', isDisabled && 'check--off')}
      ariaRole="checkbox"
      ariaLabel={label}
      onClick={isDisabled ? undefined : onTap}
    >
      <View className="check__mark">{isOn && <Icon name="check" size="note" />}</View>
    </View>
  )
}
