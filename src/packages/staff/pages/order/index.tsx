import { View } from '@tarojs/components'

export default function StaffOrderPage() {
  return <View>归属详情</View>
}
