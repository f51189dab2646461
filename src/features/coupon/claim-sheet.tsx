import { View } from '@tarojs/components'
import { Sheet } from '../../ui/sheet'
import { LadderCard } from './ladder-card'
import type { LadderDeeds } from './ladder-deeds'
import type { Ladders } from './use-ladders'
import './claim-sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly ladders: Ladders
  readonly deeds: LadderDeeds
  readonly busyId: string | null
}

/** What can be claimed for the thing at hand, without leaving it. */
export function ClaimSheet({ isOpen, onClose, ladders, deeds, busyId }: Props) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="可用的优惠券">
      <View className="claim-sheet">
        {ladders.items.map((ladder) => (
          <LadderCard
            key={ladder.campaignId}
            ladder={ladder}
            deeds={deeds}
            isBusy={busyId === ladder.campaignId}
          />
        ))}
      </View>
    </Sheet>
  )
}
