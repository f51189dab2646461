import { View } from '@tarojs/components'
import { shareOf } from './progress-bar'
import { vars } from './vars'
import './funnel.scss'

interface Step {
  readonly key: string
  readonly label: string
  readonly value: number
  /** The part of the step before, such as 42%. */
  readonly rate?: string
}

/** Steps that narrow: each bar is as wide as its share of the first. */
export function Funnel({ steps }: { readonly steps: readonly Step[] }) {
  const first = Math.max(1, steps[0]?.value ?? 0)
  return (
    <View className="funnel">
      {steps.map(({ key, label, value, rate }) => (
        <View key={key} className="funnel__step">
          <View className="funnel__label">{label}</View>
          <View className="funnel__track">
            <View className="funnel__bar" style={vars({ share: `${shareOf(value / first) * 100}%` })} />
          </View>
          <View className="funnel__value">{value}</View>
          <View className="funnel__rate">{rate}</View>
        </View>
      ))}
    </View>
  )
}
