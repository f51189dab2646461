import { View } from '@tarojs/components'

export default function StaffGroupsPage() {
  return <View>我的群</View>
}
