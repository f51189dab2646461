import type { OrderParcels, ParcelView } from '@contract/shipment'
import { dayText, momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { copy } from '../../platform/feedback'
import { Card } from '../../ui/card'
import { Picture } from '../../ui/picture'
import { Tag } from '../../ui/tag'
import './parcels-card.scss'

interface Props {
  readonly parcels: OrderParcels
}

/** Every parcel with what is in it, what is still to come, and when the order counts as received. */
export function ParcelsCard({ parcels: { parcels, unitsToShip, receiveBy, receivedAt } }: Props) {
  const isSplit = parcels.length > 1 || unitsToShip > 0
  return (
    <Card
      className="parcels"
      title="包裹"
      extra={isSplit && parcels.length > 0 ? `已发 ${parcels.length} 个` : undefined}
    >
      {parcels.map((parcel) => (
        <Parcel key={parcel.id} parcel={parcel} isSplit={isSplit} />
      ))}
      {unitsToShip > 0 && (
        <View className="parcels__rest">还有 {unitsToShip} 件正在备货，发出后会显示在这里</View>
      )}
      {receivedAt === null && receiveBy !== null && (
        <View className="parcels__rest">{dayText(receiveBy)}前没有确认的话，会自动确认收货</View>
      )}
    </Card>
  )
}

function Parcel({ parcel, isSplit }: { readonly parcel: ParcelView; readonly isSplit: boolean }) {
  const { company, trackingNumber, position, state, lines, shippedAt, correctedAt } = parcel
  return (
    <View className="parcels__one">
      <View className="parcels__head">
        <View className="parcels__company">
          {isSplit && `包裹 ${position} · `}
          {company.name}
        </View>
        <Tag tone={state === 'received' ? 'plain' : 'good'}>{state === 'received' ? '已收货' : '已发出'}</Tag>
      </View>
      <View
        className="parcels__number"
        hoverClass="parcels__number--pressed"
        ariaRole="button"
        ariaLabel={`复制运单号 ${trackingNumber}`}
        onClick={() => void copy(trackingNumber)}
      >
        <View className="parcels__digits">{trackingNumber}</View>
        <View className="parcels__copy">复制</View>
      </View>
      <View className="parcels__note">
        {momentText(shippedAt)} 发出
        {correctedAt !== null && ` · ${momentText(correctedAt)} 更正了单号`}
      </View>
      {isSplit && (
        <View className="parcels__goods">
          {lines.map((line) => (
            <View key={line.lineId} className="parcels__piece">
              <Picture src={line.picture.small} alt={line.title} />
              <View className="parcels__count">×{line.quantity}</View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
