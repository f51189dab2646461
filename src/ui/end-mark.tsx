import { View } from '@tarojs/components'
import './end-mark.scss'

/** The end of a list, or that more is on its way. */
export function EndMark({
  state,
  text = '到底了',
}: {
  readonly state: 'more' | 'end'
  readonly text?: string
}) {
  return <View className="end-mark">{state === 'more' ? '正在加载…' : `— ${text} —`}</View>
}
