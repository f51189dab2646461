import { View } from '@tarojs/components'

export default function StaffJoinPage() {
  return <View>加入群店</View>
}
