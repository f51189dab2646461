import type { DeliveryCompany, ParcelView, ShippingOrder } from '@contract/shipment'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { toast } from '../../../platform/feedback'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import './correct-sheet.scss'
import { refusalText } from './refusal-text'

interface Props {
  readonly parcel: ParcelView
  readonly companies: readonly DeliveryCompany[]
  readonly onClose: () => void
  readonly onCorrected: (order: ShippingOrder) => void
}

/** Puts carrier or number of a parcel right. */
export function CorrectSheet({ parcel, companies, onClose, onCorrected }: Props) {
  const [company, setCompany] = useState(parcel.company.code)
  const [number, setNumber] = useState(parcel.trackingNumber)
  const { isBusy, run } = useAction(async () => {
    const body = { company, trackingNumber: number.replace(/\s/g, '') }
    const answer = await call('PUT /manage/parcels/:id', { params: { id: parcel.id }, body })
    if (!answer.ok) return toast(refusalText(answer.error))
    toast('已更正', 'done')
    onCorrected(answer.value)
    onClose()
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`更正包裹 ${parcel.position}`}
      foot={
        <Button isBlock isLoading={isBusy} onTap={() => void run()} className="correct-sheet__save">
          保存
        </Button>
      }
    >
      <View className="correct-sheet">
        <View className="correct-sheet__companies">
          {companies.map(({ code, name }) => (
            <Chip key={code} isChosen={code === company} onTap={() => setCompany(code)}>
              {name}
            </Chip>
          ))}
        </View>
        <Field label="运单号" value={number} maxLength={40} onInput={setNumber} />
        <View className="correct-sheet__note">全部发出后，微信只接受一次更正</View>
      </View>
    </Sheet>
  )
}
