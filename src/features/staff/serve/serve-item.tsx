import type { ServeItem as Item } from '@contract/member-care'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Quote } from '../../../ui/quote'
import { ServeRow } from './serve-row'
import './serve-item.scss'
import { copyOpening } from './use-serve'

interface Props {
  readonly item: Item
  /** Nobody is written to now: the sentence can be read, not taken along. */
  readonly isQuiet: boolean
  readonly isBusy: boolean
  readonly onContact: () => void
  /** Leads to the member; absent where one is there already. */
  readonly onOpen?: () => void
}

/** Whom to serve, why, a sentence to begin with, and the note that it was done. */
export function ServeItem({ item, isQuiet, isBusy, onContact, onOpen }: Props) {
  return (
    <Card className="serve-item">
      <ServeRow item={item} onTap={onOpen} />
      <View className="serve-item__opening">
        <Quote>{item.opening}</Quote>
      </View>
      <View className="serve-item__deeds">
        <Button
          kind="line"
          size="small"
          className="serve-item__contacted"
          isLoading={isBusy}
          onTap={onContact}
        >
          已联系
        </Button>
        <Button
          kind="tint"
          size="small"
          className="serve-item__copy"
          isDisabled={isQuiet}
          onTap={() => void copyOpening(item)}
        >
          复制这句话
        </Button>
      </View>
    </Card>
  )
}
