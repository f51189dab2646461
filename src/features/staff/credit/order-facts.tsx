import type { CreditedOrderDetail } from '@contract/staff'
import { momentText } from '@domain/shop-time'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Picture } from '../../../ui/picture'
import { Price } from '../../../ui/price'
import { STATE_TEXT } from './order-state-text'
import './order-facts.scss'

/** The order itself, as far as staff may know it. */
export function OrderFacts({ order }: { readonly order: CreditedOrderDetail }) {
  const { firstTitle, itemCount, picture, maskedMember, state, number, createdAt, paidAt, groupName } = order
  return (
    <Card isFlush className="order-facts">
      <Cell
        title={firstTitle}
        note={`${maskedMember} · 共 ${itemCount} 件`}
        value={<Picture src={picture?.small} className="order-facts__picture" />}
      />
      <Cell title="状态" value={STATE_TEXT[state]} />
      <Cell title="来自的群" value={groupName ?? '没有确认到群'} />
      <Cell title="下单" value={momentText(createdAt)} />
      {paidAt !== null && <Cell title="付款" value={momentText(paidAt)} />}
      <Cell
        title="实付"
        note="含运费，运费不计业绩"
        value={<Price fen={order.payableFen} size="body" tone="ink" />}
      />
      <Cell title="订单号" value={number} />
    </Card>
  )
}
