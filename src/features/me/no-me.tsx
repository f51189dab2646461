import { View } from '@tarojs/components'
import { errorText } from '../../platform/error-text'
import type { ApiError } from '../../platform/http'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import './me-head.scss'

interface Props {
  /** null: there can be no login here, as in Moments' single page. */
  readonly error: ApiError | null
  readonly onRetry: () => void
}

/** The head of the page where nobody is known: why, and what to do; the rest of the page stays of use. */
export function NoMe({ error, onRetry }: Props) {
  const title = error?.code === 'network' ? '没有连上网络' : '还没有登录'
  return (
    <View className="me-head">
      <Avatar name="客" size="large" />
      <View className="me-head__words">
        <View className="me-head__name">{title}</View>
        <View className="me-head__why">{error ? errorText(error) : '打开完整小程序后会自动登录'}</View>
      </View>
      {error && (
        <Button kind="tint" size="small" onTap={onRetry}>
          再试一次
        </Button>
      )}
    </View>
  )
}
