import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon } from './icon'
import './ticket.scss'

interface Props {
  /** What it is worth: a sign, a number, a word, such as ¥ 50, or 8.8 折. */
  readonly figure: { readonly before?: string; readonly number: string; readonly after?: string }
  /** Below the figure: what it asks. */
  readonly asks: string
  readonly title: ReactNode
  /** What it is for, until when: the last line may be urgent. */
  readonly lines: readonly { readonly key: string; readonly text: ReactNode; readonly isUrgent?: boolean }[]
  /** ready: may be spent · held: waits somewhere · off: spent, over, or not for this cart. */
  readonly tone: 'ready' | 'held' | 'off'
  /** The state in a word, stamped on it. */
  readonly stamp?: string
  readonly action?: ReactNode
  /** One of several to choose from. */
  readonly isChosen?: boolean
  readonly onTap?: () => void
  readonly className?: string
}

/** A coupon as a ticket with its notch: the figure on the stub, the facts beside it. */
export function Ticket(props: Props) {
  const { figure, asks, title, lines, tone, stamp, action, isChosen, onTap, className } = props
  return (
    <View
      className={cls('ticket', `ticket--${tone}`, isChosen && 'ticket--chosen', className)}
      hoverClass={onTap ? 'ticket--pressed' : 'none'}
      ariaRole={onTap ? 'button' : undefined}
      onClick={onTap}
    >
      <View className="ticket__stub">
        <View className="ticket__figure">
          {figure.before && <View className="ticket__sign">{figure.before}</View>}
          <View className={cls('ticket__number', figure.number.length > 3 && 'ticket__number--long')}>
            {figure.number}
          </View>
          {figure.after && <View className="ticket__sign">{figure.after}</View>}
        </View>
        <View className="ticket__asks">{asks}</View>
      </View>
      <View className="ticket__notch" />
      <View className="ticket__body">
        <View className="ticket__title">{title}</View>
        {lines.map(({ key, text, isUrgent }) => (
          <View key={key} className={cls('ticket__line', isUrgent && 'ticket__line--urgent')}>
            {text}
          </View>
        ))}
      </View>
      {stamp && <View className="ticket__stamp">{stamp}</View>}
      {action && <View className="ticket__action">{action}</View>}
      {isChosen !== undefined && (
        <View className={cls('ticket__mark', isChosen && 'ticket__mark--on')}>
          {isChosen && <Icon name="check" size="note" />}
        </View>
      )}
    </View>
  )
}
