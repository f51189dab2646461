import type { AfterSaleBrief } from '@contract/after-sale'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Tag } from '../../ui/tag'
import { yuanText } from '../../ui/yuan'
import { KIND_WORDS, STATE_WORDS } from './words'

interface Props {
  readonly items: readonly AfterSaleBrief[]
  readonly onOpen: (id: string) => void
}

/** What was asked back of an order, each with where it stands; nothing where nothing was. */
export function BriefsCard({ items, onOpen }: Props) {
  if (items.length === 0) return null
  return (
    <Card isFlush className="after-sale-briefs">
      {items.map(({ id, kind, state, quantity, amountFen }) => (
        <Cell
          key={id}
          icon="return"
          title={`${KIND_WORDS[kind]} ${quantity} 件`}
          note={yuanText(amountFen)}
          value={
            <View>
              <Tag tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].short}</Tag>
            </View>
          }
          onTap={() => onOpen(id)}
        />
      ))}
    </Card>
  )
}
