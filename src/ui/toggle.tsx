import { View } from '@tarojs/components'
import { cls } from './cls'
import './toggle.scss'

interface Props {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly label: string
}

/** On or off, at once. */
export function Toggle({ isOn, onChange, label }: Props) {
  return (
    <View
      className={cls('toggle', isOn && 'toggle--on')}
      ariaRole="switch"
      ariaLabel={label}
      onClick={() => onChange(!isOn)}
    >
      <View className="toggle__knob" />
    </View>
  )
}
