import { View } from '@tarojs/components'

export default function PrivacyPage() {
  return <View>隐私与关于</View>
}
