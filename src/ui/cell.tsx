import { type ButtonProps, Button as TaroButton, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import './cell.scss'

interface Props {
  readonly title: ReactNode
  readonly icon?: IconName
  readonly note?: ReactNode
  /** At the right end. */
  readonly value?: ReactNode
  readonly onTap?: () => void
  /** WeChat's own actions, such as `contact`; the row becomes a button. */
  readonly openType?: ButtonProps['openType']
  readonly native?: ButtonProps
}

/** A row of a list: icon, title with a note below, value, and an arrow where it leads somewhere. */
export function Cell({ title, icon, note, value, onTap, openType, native }: Props) {
  const isLink = Boolean(onTap || openType)
  const content = (
    <>
      {icon && <Icon name={icon} size="small" className="cell__icon" />}
      <View className="cell__words">
        <View className="cell__title">{title}</View>
        {note && <View className="cell__note">{note}</View>}
      </View>
      {value !== undefined && <View className="cell__value">{value}</View>}
      {isLink && <Icon name="arrow" size="note" className="cell__arrow" />}
    </>
  )
  if (openType) {
    return (
      <TaroButton {...native} className="cell cell--button" openType={openType} hoverClass="cell--pressed">
        {content}
      </TaroButton>
    )
  }
  return (
    <View className="cell" hoverClass={isLink ? 'cell--pressed' : 'none'} onClick={onTap}>
      {content}
    </View>
  )
}
