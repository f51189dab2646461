import type { ParcelView, ShippingOrder } from '@contract/shipment'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { copy } from '../../../platform/feedback'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import './sent-parcels.scss'

interface Props {
  readonly order: ShippingOrder
  readonly onCorrect: (parcel: ParcelView) => void
}

/** What WeChat was told about the parcels. */
function UploadLine({ upload }: Pick<ShippingOrder, 'upload'>) {
  if (!upload) return null
  if (upload.state === 'refused') {
    return (
      <Banner tone="bad" icon="warn">
        {upload.reason ?? `微信没有收下发货信息（${upload.errcode ?? '未知'}）`}
      </Banner>
    )
  }
  return (
    <View className="sent-parcels__upload">
      {upload.state === 'uploaded' ? '发货信息已同步给微信' : '正在把发货信息同步给微信'}
    </View>
  )
}

/** Parcels that have left, each with a way to put its number right. */
export function SentParcels({ order, onCorrect }: Props) {
  if (order.parcels.length === 0) return null
  return (
    <Card title="已发出" className="sent-parcels">
      {order.parcels.map((parcel) => (
        <View key={parcel.id} className="sent-parcels__one">
          <View
            className="sent-parcels__words"
            hoverClass="sent-parcels__words--pressed"
            onClick={() => void copy(parcel.trackingNumber)}
          >
            <View className="sent-parcels__number">
              {parcel.company.name} {parcel.trackingNumber}
            </View>
            <View className="sent-parcels__note">
              {parcel.lines.reduce((sum, line) => sum + line.quantity, 0)} 件 · {momentText(parcel.shippedAt)}
              {parcel.correctedAt !== null && ' · 已更正'}
            </View>
          </View>
          <Button kind="line" size="small" onTap={() => onCorrect(parcel)}>
            更正
          </Button>
        </View>
      ))}
      <UploadLine upload={order.upload} />
    </Card>
  )
}
