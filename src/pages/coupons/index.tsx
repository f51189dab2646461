import type { LadderView } from '@contract/coupon'
import { useCartBadge } from '../../features/cart/use-cart'
import { LadderCard } from '../../features/coupon/ladder-card'
import type { LadderDeeds } from '../../features/coupon/ladder-deeds'
import { LaddersSkeleton } from '../../features/coupon/ladders-skeleton'
import { openGoodsOf } from '../../features/coupon/open-goods'
import { useClaim } from '../../features/coupon/use-claim'
import { useLadder, useLadders } from '../../features/coupon/use-ladders'
import { myCouponsText, useMyCoupons } from '../../features/coupon/use-my-coupons'
import { useMe } from '../../features/me/use-me'
import { useCampaignCards } from '../../features/share/use-campaign-cards'
import { useShareCard } from '../../features/share/use-share-card'
import { Shell } from '../../features/shell/shell'
import { selectEntryToken, selectGroupId, useTouch } from '../../features/touch/store'
import { go } from '../../platform/navigate'
import { usePageShow, usePullDown, useRouterParams } from '../../platform/page'
import { selectStaff, useSession } from '../../platform/session'
import { urlOf } from '../../routes'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { EndMark } from '../../ui/end-mark'
import { Loadable } from '../../ui/loadable'
import { StaleHint } from '../stale-hint'
import { CardCampaign } from './card-campaign'
import { NoCampaign } from './no-campaign'
import { useCampaignTarget } from './use-campaign-target'
import './index.scss'

const HOME_CARD = { title: '群里人都在逛的小店', path: urlOf('home'), query: '', imageUrl: null }

/** Every ladder there is for me; the one a card was about stands first. */
export default function CouponsPage() {
  const { campaignId, token } = useCampaignTarget(useRouterParams())
  const groupId = useTouch(selectGroupId)
  const entryToken = useTouch(selectEntryToken)
  const isStaff = useSession(selectStaff) !== null
  const ladders = useLadders({ groupId })
  const focused = useLadder(campaignId, groupId)
  const mine = useMyCoupons()
  const me = useMe()
  const reload = () => Promise.all([ladders.reload(), focused.reload(), mine.reload()])
  const claim = useClaim(() => void Promise.all([mine.reload(), me.reload()]))
  useCartBadge()
  usePageShow(() => void reload())
  usePullDown(reload)

  const first = focused.status === 'ready' ? focused.value : null
  const items = ladders.status === 'ready' ? ladders.value.items : []
  const others = items.filter((it) => it.campaignId !== campaignId)
  const all = first ? [first, ...others] : others
  const cards = useCampaignCards(
    all.map((it) => it.campaignId),
    isStaff,
  )
  const top = all[0] ?? null
  useShareCard(
    {
      kind: top ? 'campaign' : 'home',
      campaignId: top?.campaignId,
      parentToken: token || entryToken,
      isReady: ladders.status === 'ready' || ladders.status === 'empty',
    },
    top ? cardFallback(top, token) : HOME_CARD,
    cards,
  )

  const deeds: LadderDeeds = {
    onClaim: (ladder) => void claim.run(ladder),
    onUse: (ladder) => openGoodsOf(ladder.scope, ladder.campaignId),
    onTurn: () => void reload(),
  }
  const spentFen = me.status === 'ready' ? me.value.level.spentFen : null
  const isEmpty = ladders.status === 'empty' && campaignId === null
  return (
    <Shell isTab className="coupons">
      <StaleHint of={ladders} />
      <Card isFlush className="coupons__mine">
        <Cell
          icon="coupon"
          title="我的卡券"
          value={myCouponsText(mine) ?? ' '}
          onTap={() => go('myCoupons')}
        />
      </Card>
      {campaignId !== null && (
        <CardCampaign
          of={focused}
          deeds={deeds}
          isBusy={claim.busyId === campaignId}
          spentFen={spentFen}
          canShare={isStaff}
        />
      )}
      {others.map((ladder) => (
        <LadderCard
          key={ladder.campaignId}
          ladder={ladder}
          deeds={deeds}
          isBusy={claim.busyId === ladder.campaignId}
          spentFen={spentFen}
          canShare={isStaff}
        />
      ))}
      {isEmpty ? (
        <NoCampaign />
      ) : (
        ladders.status !== 'empty' && <Loadable of={ladders} skeleton={<LaddersSkeleton />} />
      )}
      {others.length > 0 && <EndMark state="end" text="每人的档位按消费和所在的群而定" />}
    </Shell>
  )
}

function cardFallback({ campaignId, title }: LadderView, token: string | null) {
  const path = urlOf('coupons', { t: token ?? undefined, campaignId })
  return { title: `${title}，看看你能领哪一档`, path, query: path.split('?')[1] ?? '', imageUrl: null }
}
