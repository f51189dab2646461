import type { DeliveryCompany, ParcelView, ShippingOrder } from '@contract/shipment'
import { MAX_PARCELS } from '@domain/shipment/parcels'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { AddressLines } from '../../../../features/address/address-lines'
import { GiveSheet } from '../../../../features/manage/after-sale/give-sheet'
import { leftOf } from '../../../../features/manage/after-sale/use-give'
import { CompanySheet } from '../../../../features/manage/ship/company-sheet'
import { CorrectSheet } from '../../../../features/manage/ship/correct-sheet'
import { deadlineOf, unitsToShip } from '../../../../features/manage/ship/deadline'
import { faultsOf } from '../../../../features/manage/ship/draft'
import { PackLines } from '../../../../features/manage/ship/pack-lines'
import { ParcelForm } from '../../../../features/manage/ship/parcel-form'
import { SentParcels } from '../../../../features/manage/ship/sent-parcels'
import { useShip } from '../../../../features/manage/ship/use-ship'
import { Shell } from '../../../../features/shell/shell'
import { serverNow } from '../../../../platform/clock'
import { copy } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Quote } from '../../../../ui/quote'
import { Tag } from '../../../../ui/tag'
import './index.scss'

interface Props {
  readonly order: ShippingOrder
  readonly companies: readonly DeliveryCompany[]
  readonly onChanged: (order: ShippingOrder) => void
  readonly reload: () => Promise<void>
}

/** What goes where, in which parcels; sent with one tap. */
export function ShipScreen({ order, companies, onChanged, reload }: Props) {
  const ship = useShip(order, onChanged)
  const [picking, setPicking] = useState<string | null>(null)
  const [correcting, setCorrecting] = useState<ParcelView | null>(null)
  const [isGiving, setGiving] = useState(false)
  const left = unitsToShip(order)
  const deadline = deadlineOf(order, serverNow())
  const { address } = order
  const nameOf = (code: string) => companies.find((it) => it.code === code)?.name ?? null
  const mayAdd = left > 1 && order.parcels.length + ship.drafts.length < MAX_PARCELS
  const bar = left > 0 && (
    <>
      {mayAdd && (
        <Button kind="line" onTap={ship.add} className="ship-order__split">
          {ship.drafts.length > 1 ? '再加一个包裹' : '分开发'}
        </Button>
      )}
      <Button isBlock isLoading={ship.isBusy} onTap={() => void ship.submit()} className="ship-order__ship">
        发货
      </Button>
    </>
  )
  const chosen = ship.drafts.find((draft) => draft.key === picking)
  return (
    <Shell className="ship-order" bar={bar || undefined}>
      <View className="ship-order__head">
        <View className="ship-order__number">订单 {order.number}</View>
        {left > 0 ? <Tag tone={deadline.tone}>{deadline.text}</Tag> : <Tag tone="good">已全部发出</Tag>}
      </View>
      <Card
        onTap={() =>
          void copy(
            `${address.name} ${address.phone} ${address.province}${address.city}${address.district}${address.detail}`,
          )
        }
      >
        <View className="ship-order__to">
          <AddressLines address={address} />
          <View className="ship-order__copy">复制</View>
        </View>
        {order.remark !== '' && (
          <View className="ship-order__remark">
            <Quote>{order.remark}</Quote>
          </View>
        )}
      </Card>
      <Card title={left > 0 ? `还要发 ${left} 件` : '商品'}>
        <PackLines lines={order.lines} isOnlyLeft={left > 0} />
      </Card>
      <SentParcels order={order} onCorrect={setCorrecting} />
      {left > 0 &&
        ship.drafts.map((draft, place) => (
          <ParcelForm
            key={draft.key}
            draft={draft}
            drafts={ship.drafts}
            place={order.parcels.length + place + 1}
            lines={order.lines}
            companyName={nameOf(draft.company)}
            faults={ship.isChecked ? faultsOf(draft) : {}}
            onChange={(change) => ship.change(draft.key, change)}
            onCompany={() => setPicking(draft.key)}
            onRemove={ship.drafts.length > 1 ? () => ship.remove(draft.key) : null}
          />
        ))}
      {order.lines.some((line) => leftOf(line) > 0) && (
        <Card isFlush>
          <Cell
            icon="wallet"
            title="主动退款"
            note="缺货、少发时，不用等顾客申请"
            onTap={() => setGiving(true)}
          />
        </Card>
      )}
      {isGiving && (
        <GiveSheet
          order={order}
          onClose={() => setGiving(false)}
          onGiven={(request) => {
            setGiving(false)
            void reload()
            go('manageAfterSale', { id: request.id })
          }}
        />
      )}
      <CompanySheet
        isOpen={picking !== null}
        companies={companies}
        chosen={chosen?.company ?? ''}
        onClose={() => setPicking(null)}
        onChoose={(company) => {
          if (picking) ship.change(picking, { company })
          setPicking(null)
        }}
      />
      {correcting && (
        <CorrectSheet
          key={correcting.id}
          parcel={correcting}
          companies={companies}
          onClose={() => setCorrecting(null)}
          onCorrected={onChanged}
        />
      )}
    </Shell>
  )
}
