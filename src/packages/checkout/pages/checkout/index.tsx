import { View } from '@tarojs/components'

export default function CheckoutPage() {
  return <View>确认订单</View>
}
