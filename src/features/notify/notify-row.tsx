import type { AskMoment } from '@contract/message'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { cls } from '../../ui/cls'
import { Icon } from '../../ui/icon'
import './notify-row.scss'
import { useNotify } from './use-notify'

interface Props {
  readonly moment: AskMoment
  /** What the message will be about, such as 发货时微信通知我. */
  readonly text: string
  /** Once it was allowed. */
  readonly done: string
  /** On the page itself instead of inside a card. */
  readonly isAlone?: boolean
}

/** Offers one message about one thing. Nothing is lost without it, and without a question to ask it is not there. */
export function NotifyRow({ moment, text, done, isAlone }: Props) {
  const notify = useNotify(moment)
  if (notify.state === 'none') return null
  const isOn = notify.state === 'on'
  return (
    <View className={cls('notify-row', isOn && 'notify-row--on', isAlone && 'notify-row--alone')}>
      <Icon name={isOn ? 'check' : 'chat'} size="small" className="notify-row__icon" />
      <View className="notify-row__text">{isOn ? done : text}</View>
      {!isOn && (
        <Button
          kind="tint"
          size="small"
          isLoading={notify.isBusy}
          className="notify-row__ask"
          onTap={() => void notify.ask()}
        >
          提醒我
        </Button>
      )}
    </View>
  )
}
