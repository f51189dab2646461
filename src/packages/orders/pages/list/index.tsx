import { View } from '@tarojs/components'

export default function OrdersPage() {
  return <View>我的订单</View>
}
