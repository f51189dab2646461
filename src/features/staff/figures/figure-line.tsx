import type { FigureRow } from '@contract/figures'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Avatar } from '../../../ui/avatar'
import { Icon } from '../../../ui/icon'
import { Price } from '../../../ui/price'
import './figure-line.scss'

/** One of the rows a number counts: who, what, when, from which group, and its money where it has some. */
export function FigureLine({ row, onTap }: { readonly row: FigureRow; readonly onTap?: () => void }) {
  const { maskedMember, title, at, groupName, amountFen } = row
  return (
    <View className="figure-line" hoverClass={onTap ? 'figure-line--pressed' : 'none'} onClick={onTap}>
      <Avatar name={maskedMember} />
      <View className="figure-line__words">
        <View className="figure-line__title">{title}</View>
        <View className="figure-line__note">
          {maskedMember} · {momentText(at)}
          {groupName && ` · ${groupName}`}
        </View>
      </View>
      {amountFen !== null && (
        <Price fen={amountFen} size="body" tone={amountFen === 0 ? 'second' : 'accent'} />
      )}
      {onTap && <Icon name="arrow" size="note" className="figure-line__arrow" />}
    </View>
  )
}
