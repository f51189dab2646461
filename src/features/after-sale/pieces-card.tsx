import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Check } from '../../ui/check'
import { Picture } from '../../ui/picture'
import { Price } from '../../ui/price'
import { Stepper } from '../../ui/stepper'
import { allPieces, isWhole, type RefundDraft, type RefundLine } from './draft'
import './pieces-card.scss'

interface Props {
  readonly lines: readonly RefundLine[]
  readonly pieces: RefundDraft['pieces']
  readonly onChange: (pieces: RefundDraft['pieces']) => void
}

/** Which things go back, and how many of each: all of them, some lines, or single pieces. */
export function PiecesCard({ lines, pieces, onChange }: Props) {
  const isAll = isWhole(lines, pieces)
  const isOne = lines.length === 1
  const set = (lineId: string, quantity: number) => onChange({ ...pieces, [lineId]: quantity })
  return (
    <Card
      isFlush
      title="退哪些"
      extra={
        !isOne && (
          <View className="pieces__all" onClick={() => onChange(isAll ? {} : allPieces(lines))}>
            全部
            <Check isOn={isAll} label="全部退" />
          </View>
        )
      }
    >
      {lines.map((line) => (
        <PieceRow
          key={line.id}
          line={line}
          quantity={pieces[line.id] ?? 0}
          isOnly={isOne}
          onQuantity={(quantity) => set(line.id, quantity)}
        />
      ))}
    </Card>
  )
}

interface RowProps {
  readonly line: RefundLine
  readonly quantity: number
  readonly isOnly: boolean
  readonly onQuantity: (quantity: number) => void
}

function PieceRow({ line, quantity, isOnly, onQuantity }: RowProps) {
  const most = line.refundableFen.length
  const spec = Object.values(line.spec).join(' · ')
  const sum = line.refundableFen.slice(0, quantity).reduce((total, fen) => total + fen, 0)
  return (
    <View className="pieces__row">
      {!isOnly && (
        <Check
          isOn={quantity > 0}
          label={`退 ${line.title}`}
          onTap={() => onQuantity(quantity > 0 ? 0 : most)}
        />
      )}
      <View className="pieces__picture">
        <Picture src={line.picture.small} alt={line.title} />
      </View>
      <View className="pieces__words">
        <View className="pieces__title">{line.title}</View>
        {spec && <View className="pieces__spec">{spec}</View>}
        <View className="pieces__foot">
          <View className="pieces__sum">
            {quantity > 0 ? <Price fen={sum} size="small" tone="second" label="退" /> : `可退 ${most} 件`}
          </View>
          {most > 1 ? (
            <Stepper value={quantity} min={isOnly ? 1 : 0} max={most} onChange={onQuantity} />
          ) : (
            <View className="pieces__single">1 件</View>
          )}
        </View>
      </View>
    </View>
  )
}
