import { View } from '@tarojs/components'
import './unlit-stairs.scss'

const STEPS = ['low', 'middle', 'high']

/** The shop's staircase before there is anything on it: no figures, nothing promised. */
export function UnlitStairs() {
  return (
    <View className="unlit-stairs">
      <View className="unlit-stairs__person">
        <View className="unlit-stairs__head" />
        <View className="unlit-stairs__body" />
      </View>
      {STEPS.map((step) => (
        <View key={step} className={`unlit-stairs__step unlit-stairs__step--${step}`}>
          <View className="unlit-stairs__tread" />
        </View>
      ))}
    </View>
  )
}
