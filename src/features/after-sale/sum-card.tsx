import type { RefundPreview } from '@contract/after-sale'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Price } from '../../ui/price'
import './sum-card.scss'

interface Props {
  readonly preview: Pick<RefundPreview, 'goodsFen' | 'freightFen' | 'amountFen'>
  readonly title?: string
  /** Below the parts, such as what becomes of the freight. */
  readonly note?: string
}

/** What goes back; where freight goes back too, part by part, so that anybody can add it up. */
export function SumCard({ preview, title = '退款金额', note }: Props) {
  return (
    <Card className="sum-card">
      {preview.freightFen > 0 && (
        <View className="sum-card__parts">
          <Part name="商品" fen={preview.goodsFen} />
          <Part name="运费" fen={preview.freightFen} />
        </View>
      )}
      <View className="sum-card__total">
        <View className="sum-card__name">{title}</View>
        <Price fen={preview.amountFen} />
      </View>
      {note && <View className="sum-card__note">{note}</View>}
    </Card>
  )
}

const Part = ({ name, fen }: { readonly name: string; readonly fen: number }) => (
  <View className="sum-card__part">
    <View>{name}</View>
    <Price fen={fen} size="small" tone="ink" />
  </View>
)

/** What becomes of the freight, in one sentence. */
export function freightNote(preview: RefundPreview, orderFreightFen: number): string | undefined {
  if (orderFreightFen === 0 || preview.freightFen > 0) return undefined
  return preview.mode === 'at_once' ? '还有商品要送，运费不退' : '如果是店里的责任，运费会一并退回'
}
