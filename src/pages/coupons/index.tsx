import { View } from '@tarojs/components'

export default function CouponsPage() {
  return <View>领券</View>
}
