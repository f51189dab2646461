import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { EndMark } from '../../ui/end-mark'
import type { Pages } from './use-pages'
import './list-end.scss'

/** Below a list that grows: more on its way, the end, or a page that could not be had. */
export function ListEnd({ of: { end, loadMore } }: { readonly of: Pages<unknown> }) {
  if (end !== 'failed') return <EndMark state={end} />
  return (
    <View className="list-end">
      <Button kind="text" onTap={loadMore}>
        没有加载出来，点这里再试
      </Button>
    </View>
  )
}
