import { View } from '@tarojs/components'

export default function StaffOrdersPage() {
  return <View>归属订单</View>
}
