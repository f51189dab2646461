import { type ButtonProps, Button as TaroButton, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon, type IconName } from './icon'
import './button.scss'

interface Props {
  readonly children: ReactNode
  readonly onTap?: () => void
  /** fill: the one main action · tint: the second · line: others · text: quiet. */
  readonly kind?: 'fill' | 'tint' | 'line' | 'text'
  /** big 88 px (default) · small 60 px with a tap area of 88. */
  readonly size?: 'big' | 'small'
  readonly icon?: IconName
  readonly isLoading?: boolean
  readonly isDisabled?: boolean
  /** As wide as its container. */
  readonly isBlock?: boolean
  readonly className?: string
  readonly id?: string
  /** `share`, `contact`, `agreePrivacyAuthorization`, … with WeChat's own attributes in `native`. */
  readonly openType?: ButtonProps['openType']
  readonly native?: ButtonProps & { readonly 'data-card'?: string }
}

/** A pill-shaped button with press, loading and disabled states; while loading or disabled a tap does nothing. */
export function Button(props: Props) {
  const { children, onTap, kind = 'fill', size = 'big', icon, isLoading, isDisabled, isBlock } = props
  // A real boolean: an attribute that turns undefined keeps its last value in some containers.
  const isOff = Boolean(isLoading || isDisabled)
  return (
    <TaroButton
      {...props.native}
      id={props.id}
      className={cls(
        'button',
        `button--${kind}`,
        `button--${size}`,
        isBlock && 'button--block',
        isDisabled && 'button--disabled',
        isLoading && 'button--loading',
        props.className,
      )}
      openType={isOff ? undefined : props.openType}
      disabled={isOff}
      hoverClass={isOff ? 'none' : 'button--pressed'}
      hoverStayTime={80}
      onClick={isOff ? undefined : onTap}
    >
      {isLoading && <View className="button__spinner" />}
      {icon && !isLoading && <Icon name={icon} size="small" className="button__icon" />}
      <View className="button__text">{children}</View>
    </TaroButton>
  )
}
