import { View } from '@tarojs/components'
import { Button } from './button'
import { cls } from './cls'
import { Icon, type IconName } from './icon'
import './state-view.scss'

interface Props {
  readonly art: IconName
  readonly title: string
  readonly text?: string
  readonly action?: { readonly text: string; readonly onTap: () => void; readonly isLoading?: boolean }
  /** Inside a card instead of a whole screen. */
  readonly isSmall?: boolean
}

/** A state of a screen: a drawing, what it means, one thing to do. */
export function StateView({ art, title, text, action, isSmall }: Props) {
  return (
    <View className={cls('state-view', isSmall && 'state-view--small')}>
      <View className="state-view__art">
        <View className="state-view__ground" />
        <View className="state-view__dot" />
        <Icon name={art} size="art" />
      </View>
      <View className="state-view__title">{title}</View>
      {text && <View className="state-view__text">{text}</View>}
      {action && (
        <View className="state-view__action">
          <Button kind={isSmall ? 'line' : 'tint'} onTap={action.onTap} isLoading={action.isLoading}>
            {action.text}
          </Button>
        </View>
      )}
    </View>
  )
}
