import type { ManagedAfterSale } from '@contract/after-sale'
import type { ShippingOrder } from '@contract/shipment'
import { REFUND_REASONS, type RefundReason } from '@domain/after-sale/reasons'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Cell } from '../../../ui/cell'
import { Chip } from '../../../ui/chip'
import { Sheet } from '../../../ui/sheet'
import { Stepper } from '../../../ui/stepper'
import { Toggle } from '../../../ui/toggle'
import { yuanText } from '../../../ui/yuan'
import './give-sheet.scss'
import { leftOf, useGive } from './use-give'

interface Props {
  readonly order: ShippingOrder
  readonly onClose: () => void
  readonly onGiven: (request: ManagedAfterSale) => void
}

/** Why a shop gives money back by itself. */
const REASONS: readonly RefundReason[] = ['out_of_stock', 'wrong_goods', 'damaged', 'not_arrived', 'other']

/** Gives pieces of an order back without being asked, such as those that ran out. */
export function GiveSheet({ order, onClose, onGiven }: Props) {
  const form = useGive(order, onGiven)
  const { preview } = form
  const isReady = preview.status === 'ready'
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="主动退款"
      foot={
        <Button
          isBlock
          isLoading={form.isBusy}
          isDisabled={!isReady}
          onTap={() => void form.give()}
          className="give-sheet__give"
        >
          {isReady ? `退款 ${yuanText(preview.value.amountFen)}` : '选择要退的件数'}
        </Button>
      }
    >
      <View className="give-sheet">
        {order.lines
          .filter((line) => leftOf(line) > 0)
          .map((line) => (
            <View key={line.lineId} className="cell give-sheet__line">
              <View className="give-sheet__title">
                {[line.title, ...Object.values(line.spec)].join(' · ')}
              </View>
              <Stepper
                value={form.pieces[line.lineId] ?? 0}
                min={0}
                max={leftOf(line)}
                onChange={(quantity) => form.take(line.lineId, quantity)}
              />
            </View>
          ))}
        <View className="give-sheet__reasons">
          {REASONS.map((reason) => (
            <Chip key={reason} isChosen={form.reason === reason} onTap={() => form.setReason(reason)}>
              {REFUND_REASONS[reason]}
            </Chip>
          ))}
        </View>
        <Cell
          title="店里的责任"
          note="整单退完时，运费一并退回"
          value={<Toggle isOn={form.isShopAtFault} label="店里的责任" onChange={form.setFault} />}
        />
      </View>
    </Sheet>
  )
}
