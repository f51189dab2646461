import { dayOf, HOUR_MS, MINUTE_MS, SHOP_OFFSET_MS, shopTime } from '@domain/shop-time'
import { Picker, View } from '@tarojs/components'
import { cls } from '../../../../ui/cls'
import './moment-field.scss'

interface Props {
  readonly label: string
  /** ms since 1970. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly error?: string | null
}

const two = (n: number) => String(n).padStart(2, '0')

/** A day and a time of the shop's clock. */
export function MomentField({ label, value, onChange, error }: Props) {
  const { hour, minute } = shopTime(value)
  const day = dayOf(value)
  const time = `${two(hour)}:${two(minute)}`
  const set = (toDay: string, toTime: string) => {
    const [hours = 0, minutes = 0] = toTime.split(':').map(Number)
    onChange(Date.parse(`${toDay}T00:00:00Z`) - SHOP_OFFSET_MS + hours * HOUR_MS + minutes * MINUTE_MS)
  }
  return (
    <View className={cls('field', error && 'field--wrong')}>
      <View className="field__label">{label}</View>
      <View className="field__body">
        <View className="moment-field">
          <Picker mode="date" value={day} onChange={(event) => set(event.detail.value, time)}>
            <View className="moment-field__part">{day}</View>
          </Picker>
          <Picker mode="time" value={time} onChange={(event) => set(day, String(event.detail.value))}>
            <View className="moment-field__part">{time}</View>
          </Picker>
        </View>
        {error && <View className="field__error">{error}</View>}
      </View>
    </View>
  )
}
