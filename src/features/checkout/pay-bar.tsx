import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Price } from '../../ui/price'
import './pay-bar.scss'

interface Props {
  /** null while the price is not known. */
  readonly payableFen: number | null
  readonly isEstimate: boolean
  readonly isBusy: boolean
  readonly isDisabled: boolean
  readonly onPay: () => void
}

/** Stays at the bottom: what it costs and the one way on. */
export function PayBar({ payableFen, isEstimate, isBusy, isDisabled, onPay }: Props) {
  return (
    <>
      <View className="pay-bar__sum">
        {payableFen !== null && (
          <>
            <View className="pay-bar__name">{isEstimate ? '预计' : '实付'}</View>
            <Price fen={payableFen} />
          </>
        )}
      </View>
      <Button isLoading={isBusy} isDisabled={isDisabled} onTap={onPay} className="checkout__pay">
        提交并支付
      </Button>
    </>
  )
}
