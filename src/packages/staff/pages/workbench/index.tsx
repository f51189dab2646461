import { View } from '@tarojs/components'

export default function WorkbenchPage() {
  return <View>工作台</View>
}
