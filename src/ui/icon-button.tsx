import { type ButtonProps, Button as TaroButton, View } from '@tarojs/components'
import { Badge } from './badge'
import { cls } from './cls'
import { Icon, type IconName } from './icon'
import './icon-button.scss'

interface Props {
  readonly icon: IconName
  /** Read aloud, and written below where `isQuiet` is not set. */
  readonly label: string
  readonly onTap?: () => void
  readonly isQuiet?: boolean
  readonly count?: number
  readonly openType?: ButtonProps['openType']
  readonly native?: ButtonProps & { readonly 'data-card'?: string }
  readonly id?: string
  readonly className?: string
}

/** An icon with its word below, 88 px to tap, as bottom bars want it. */
export function IconButton({
  icon,
  label,
  onTap,
  isQuiet,
  count = 0,
  openType,
  native,
  id,
  className,
}: Props) {
  return (
    <TaroButton
      {...native}
      id={id}
      className={cls('icon-button', className)}
      openType={openType}
      hoverClass="icon-button--pressed"
      hoverStayTime={80}
      ariaLabel={label}
      onClick={onTap}
    >
      <View className="icon-button__icon">
        <Icon name={icon} />
        <Badge count={count} className="icon-button__badge" />
      </View>
      {!isQuiet && <View className="icon-button__label">{label}</View>}
    </TaroButton>
  )
}
