import { View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { yuanText } from '../../ui/yuan'
import './service-row.scss'

interface Props {
  readonly service: readonly string[]
  readonly freight: { readonly flatFen: number; readonly freeOverFen: number | null } | null
}

/** What sending costs, in one short sentence. */
export function freightText({ flatFen, freeOverFen }: NonNullable<Props['freight']>): string {
  if (flatFen === 0 || freeOverFen === 0) return '包邮'
  const flat = `运费 ${yuanText(flatFen)}`
  return freeOverFen === null ? flat : `${flat}，满 ${yuanText(freeOverFen)} 包邮`
}

/** Sending and taking back: what the shop promises. */
export function ServiceRow({ service, freight }: Props) {
  return (
    <View className="service-row">
      <View className="service-row__line">
        <Icon name="truck" size="small" className="service-row__icon" />
        <View className="service-row__text">{freight ? freightText(freight) : '按店里的运费规则发货'}</View>
      </View>
      {service.length > 0 && (
        <View className="service-row__line">
          <Icon name="shield" size="small" className="service-row__icon" />
          <View className="service-row__text">{service.join(' · ')}</View>
        </View>
      )}
    </View>
  )
}
