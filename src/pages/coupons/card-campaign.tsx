import type { LadderView } from '@contract/coupon'
import { View } from '@tarojs/components'
import { LadderCard } from '../../features/coupon/ladder-card'
import type { LadderDeeds } from '../../features/coupon/ladder-deeds'
import { LaddersSkeleton } from '../../features/coupon/ladders-skeleton'
import { useFresh } from '../../features/home/use-home'
import { selectGroupName, useTouch } from '../../features/touch/store'
import type { Query } from '../../platform/use-query'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { Loadable } from '../../ui/loadable'
import { StateView } from '../../ui/state-view'

interface Props {
  readonly of: Query<LadderView>
  readonly deeds: LadderDeeds
  readonly isBusy: boolean
  readonly spentFen: number | null
  readonly canShare: boolean
}

/** How long the proof of the group is waited for. */
const PROOF_MS = 4000

const asksForGroup = ({ offer }: LadderView): boolean =>
  offer.kind === 'none' && offer.refusal.missing?.code === 'group'

const GONE = new Set(['thing.not_found', 'request.invalid'])

/** The campaign of the card that opened the shop, with the group it came from: proven by the touch, never claimed. */
export function CardCampaign({ of: query, deeds, isBusy, spentFen, canShare }: Props) {
  const isPending = useTouch((s) => s.receipt === null && s.opening?.mayHaveGroup === true)
  const isUnsure = isPending || (query.status === 'ready' && query.isRefreshing)
  const isFresh = useFresh(PROOF_MS)
  if (query.status === 'failed' && GONE.has(query.error.code)) {
    return (
      <Card className="coupons__gone">
        <StateView isSmall art="info" title="这张卡片里的活动已经不在了" text="下面是现在能领的" />
      </Card>
    )
  }
  if (query.status !== 'ready') return <Loadable of={query} skeleton={<LaddersSkeleton count={1} />} />
  // Before the group is proven nobody is told that the card of their own group is not for them.
  if (isUnsure && isFresh && asksForGroup(query.value)) return <LaddersSkeleton count={1} />
  return (
    <LadderCard
      ladder={query.value}
      deeds={deeds}
      isBusy={isBusy}
      spentFen={spentFen}
      canShare={canShare}
      lead={<GroupLead ladder={query.value} />}
    />
  )
}

/** For campaigns that ask for a group: which one the visitor is proven to have come from, or that it is being asked. */
function GroupLead({ ladder }: { readonly ladder: LadderView }) {
  const groupName = useTouch(selectGroupName)
  const isProven = useTouch((s) => s.receipt?.groupId != null)
  const isPending = useTouch((s) => s.receipt === null && s.opening?.mayHaveGroup === true)
  const asksGroup = ladder.rungs.some(({ gate }) => gate === 'groups' || gate === 'milestone')
  if (!asksGroup || (!isProven && !isPending)) return null
  return (
    <View className="coupons__lead">
      <Icon name={isProven ? 'group' : 'clock'} size="note" className="coupons__lead-icon" />
      {isProven ? `来自${groupName ? `「${groupName}」` : '你的群'}` : '正在确认你来自哪个群'}
    </View>
  )
}
