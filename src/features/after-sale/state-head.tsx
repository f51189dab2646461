import type { AfterSaleView } from '@contract/after-sale'
import { View } from '@tarojs/components'
import { cls } from '../../ui/cls'
import { Icon } from '../../ui/icon'
import { STATE_WORDS, stateText } from './words'
import './state-head.scss'

/** Where a request stands, in one large word and one sentence. */
export function AfterSaleHead({ request }: { readonly request: AfterSaleView }) {
  const { icon, title } = STATE_WORDS[request.state]
  return (
    <View className={cls('after-sale-head', `after-sale-head--${request.state}`)}>
      <View className="after-sale-head__words">
        <View className="after-sale__state">{title}</View>
        <View className="after-sale-head__text">{stateText(request, request.parcel !== null)}</View>
      </View>
      <View className="after-sale-head__icon">
        <Icon name={icon} size="head" />
      </View>
    </View>
  )
}
