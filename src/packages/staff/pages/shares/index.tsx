import { View } from '@tarojs/components'

export default function StaffSharesPage() {
  return <View>分享中心</View>
}
