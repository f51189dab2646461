import type { checkLedger } from '@contract/ledger'
import type { ResponseOf } from '@contract/route'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import './check-card.scss'

export type Verdict = ResponseOf<typeof checkLedger>

interface Props {
  readonly verdict: Verdict | null
  readonly isBusy: boolean
  readonly onCheck: () => void
  readonly onOrder: (orderId: string) => void
}

/** Holds the ledger against the orders, and names the first wrong row where there is one. */
export function CheckCard({ verdict, isBusy, onCheck, onOrder }: Props) {
  return (
    <Card title="对账" className="check-card">
      <View className="check-card__text">
        每一单：入账减退款，等于实付商品减已退商品；所有人加起来，等于所有订单
      </View>
      {verdict?.isRight && (
        <View className="check-card__right">
          <Icon name="check" size="small" />
          {verdict.orders} 单、{verdict.entries} 笔流水，都对得上
        </View>
      )}
      {verdict?.fault && (
        <View className="check-card__wrong" onClick={() => verdict.fault && onOrder(verdict.fault.orderId)}>
          <Icon name="warn" size="small" />
          第一处对不上：{verdict.fault.rule}，点这里看这一单
        </View>
      )}
      <Button kind="tint" isBlock isLoading={isBusy} onTap={onCheck} className="check-card__check">
        {verdict ? '再对一遍' : '对一遍'}
      </Button>
    </Card>
  )
}
