import { useLadders } from '../../../features/coupon/use-ladders'
import { ListSkeleton } from '../../../features/staff/skeleton/list-skeleton'
import { selectGroupId, useTouch } from '../../../features/touch/store'
import { Card } from '../../../ui/card'
import { Loadable } from '../../../ui/loadable'
import { campaignSubject, type Subject } from './subject'
import { SubjectRow } from './subject-row'

/** Campaigns that run or are about to: each can be shared as a card of its own. */
export function CampaignsToShare({ onShare }: { readonly onShare: (subject: Subject) => void }) {
  const ladders = useLadders({ groupId: useTouch(selectGroupId) })
  const items = ladders.status === 'ready' ? ladders.value.items : []
  return (
    <>
      <Loadable
        of={ladders}
        skeleton={<ListSkeleton />}
        empty={{ art: 'coupon', title: '现在没有可以发的券', text: '店长发起活动后会出现在这里' }}
      />
      {items.length > 0 && (
        <Card isFlush>
          {items.map((ladder) => {
            const subject = campaignSubject(ladder)
            return <SubjectRow key={ladder.campaignId} subject={subject} onShare={() => onShare(subject)} />
          })}
        </Card>
      )}
    </>
  )
}
