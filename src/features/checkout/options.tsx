import { Input, View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import './options.scss'

interface Props {
  readonly remark: string
  readonly onRemark: (text: string) => void
}

/** Coupon and remark. There are no coupons to choose from yet, and the row says so. */
export function CheckoutOptions({ remark, onRemark }: Props) {
  return (
    <Card isFlush>
      <Cell icon="coupon" title="优惠券" value="暂无可用" />
      <View className="cell options__remark">
        <View className="options__name">备注</View>
        <Input
          className="options__input"
          value={remark}
          maxlength={100}
          placeholder="想对店里说的话，选填"
          placeholderClass="options__placeholder"
          onInput={(event) => onRemark(event.detail.value)}
        />
      </View>
    </Card>
  )
}
