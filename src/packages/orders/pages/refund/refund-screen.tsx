import type { OrderView } from '@contract/order'
import { memberReasons } from '@domain/after-sale/reasons'
import { View } from '@tarojs/components'
import { openLines } from '../../../../features/after-sale/draft'
import { PiecesCard } from '../../../../features/after-sale/pieces-card'
import { freightNote, SumCard } from '../../../../features/after-sale/sum-card'
import { useRefund } from '../../../../features/after-sale/use-refund'
import { KindCard, WhyCard } from '../../../../features/after-sale/why-card'
import { Shell } from '../../../../features/shell/shell'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { goInstead } from '../../../../platform/navigate'
import { Banner } from '../../../../ui/banner'
import { Button } from '../../../../ui/button'
import { Price } from '../../../../ui/price'
import './index.scss'

interface Props {
  readonly order: OrderView
  readonly reload: () => Promise<void>
}

/** Which pieces, why, and what that pays: at once before the parcel left, by request afterwards. */
export function RefundScreen({ order, reload }: Props) {
  const form = useRefund(order, {
    onAsked: ({ id }) => goInstead('afterSale', { id }),
    onMoved: () => void reload(),
  })
  const { draft, preview, asked } = form
  const isAtOnce = order.actions.includes('refund')
  const nothing = Object.values(draft.pieces).every((pieces) => pieces === 0)
  const reasons = preview?.reasons ?? memberReasons(!isAtOnce)
  const submit = () => {
    if (nothing) toast('请选择要退的商品')
    else if (draft.reason === null) toast('请选择原因')
    else void form.submit()
  }
  const bar = (
    <>
      <View className="refund__sum">
        <View className="refund__name">退款</View>
        {preview && !nothing ? <Price fen={preview.amountFen} /> : <View className="refund__none">—</View>}
      </View>
      <Button
        isLoading={form.isBusy}
        isDisabled={nothing || asked.status !== 'ready'}
        onTap={submit}
        className="refund__submit"
      >
        {isAtOnce ? '马上退款' : '提交申请'}
      </Button>
    </>
  )
  return (
    <Shell className="refund" bar={bar}>
      <View className="refund__lead">
        {isAtOnce ? '还没发货，提交后钱马上按原路退回' : '提交后由店里处理，同意后按原路退款'}
      </View>
      {(asked.status === 'failed' || asked.status === 'offline') && (
        <Banner tone="warning" icon="cloud" action={{ text: '再试一次', onTap: () => void asked.reload() }}>
          {errorText(asked.error)}
        </Banner>
      )}
      <PiecesCard
        lines={openLines(order)}
        pieces={draft.pieces}
        onChange={(pieces) => form.change({ pieces })}
      />
      {!isAtOnce && <KindCard draft={draft} onChange={form.change} />}
      <WhyCard draft={draft} reasons={reasons} onChange={form.change} />
      {preview && !nothing && <SumCard preview={preview} note={freightNote(preview, order.freightFen)} />}
    </Shell>
  )
}
