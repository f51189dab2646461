import type { ShippingOrder } from '@contract/shipment'
import { Input, View } from '@tarojs/components'
import { scanBarCode } from '../../../platform/scan'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { IconButton } from '../../../ui/icon-button'
import { Stepper } from '../../../ui/stepper'
import { leftFor, type ParcelDraft, type ParcelFaults } from './draft'
import './parcel-form.scss'

interface Props {
  readonly draft: ParcelDraft
  readonly drafts: readonly ParcelDraft[]
  readonly place: number
  readonly lines: ShippingOrder['lines']
  readonly companyName: string | null
  readonly faults: ParcelFaults
  readonly onChange: (change: Partial<ParcelDraft>) => void
  readonly onCompany: () => void
  readonly onRemove: (() => void) | null
}

/** One parcel: who carries it, its number by scan or by hand, and what is in it where the order is split. */
export function ParcelForm(props: Props) {
  const { draft, drafts, place, lines, companyName, faults, onChange, onCompany, onRemove } = props
  const isSplit = drafts.length > 1
  const scan = async () => {
    const number = await scanBarCode()
    if (number) onChange({ number })
  }
  return (
    <Card
      isFlush
      className="parcel-form"
      title={isSplit ? `包裹 ${place}` : '快递'}
      extra={onRemove && <IconButton icon="trash" label={`去掉包裹 ${place}`} isQuiet onTap={onRemove} />}
    >
      <Cell title="快递公司" value={companyName ?? '请选择'} onTap={onCompany} />
      {faults.company && <View className="parcel-form__fault">{faults.company}</View>}
      <View className="cell parcel-form__number">
        <View className="parcel-form__name">运单号</View>
        <Input
          className="parcel-form__input"
          value={draft.number}
          maxlength={40}
          placeholder="扫面单或输入"
          placeholderClass="field__placeholder"
          onInput={(event) => onChange({ number: event.detail.value })}
        />
        <IconButton icon="code" label="扫面单" isQuiet onTap={() => void scan()} />
      </View>
      {faults.number && <View className="parcel-form__fault">{faults.number}</View>}
      {isSplit &&
        lines
          .filter((line) => line.toShip > 0)
          .map((line) => (
            <View key={line.lineId} className="cell parcel-form__line">
              <View className="parcel-form__title">
                {[line.title, ...Object.values(line.spec)].join(' · ')}
              </View>
              <Stepper
                value={draft.pieces?.[line.lineId] ?? 0}
                min={0}
                max={leftFor(line, drafts, draft)}
                onChange={(quantity) => onChange({ pieces: { ...draft.pieces, [line.lineId]: quantity } })}
              />
            </View>
          ))}
      {faults.pieces && <View className="parcel-form__fault">{faults.pieces}</View>}
    </Card>
  )
}
