import type { HomeView, ProductCard } from '@contract/catalogue'
import { View } from '@tarojs/components'
import { CardStrip } from '../../features/feed/card-strip'
import { Section } from '../../features/home/section'
import { useHome } from '../../features/home/use-home'
import { selectGroupId, useTouch } from '../../features/touch/store'
import { go } from '../../platform/navigate'
import { selectMemberId, useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { UnlitStairs } from './unlit-stairs'

const SHOWN = 8
const open = (card: ProductCard) => go('product', { id: card.id })

/** No campaign runs: an unlit staircase, and what there is to see meanwhile. */
export function NoCampaign() {
  const memberId = useSession(selectMemberId)
  const groupId = useTouch(selectGroupId)
  const home = useHome({ memberId, groupId, isProofPending: false })
  const worthSeeing = home.status === 'ready' ? pick(home.value) : null
  return (
    <>
      <View className="coupons__empty">
        <UnlitStairs />
        <View className="coupons__title">还没有可领的优惠券</View>
        <View className="coupons__text">店里发券的时候，每一档怎么领、能省多少，都会画成台阶放在这里。</View>
        <Button kind="tint" className="coupons__browse" onTap={() => go('home')}>
          先去逛逛
        </Button>
      </View>
      {worthSeeing && (
        <Section title={worthSeeing.title} className="coupons__meanwhile">
          <CardStrip cards={worthSeeing.cards} onOpen={open} />
        </Section>
      )}
    </>
  )
}

function pick({ groupBuys, feed }: HomeView): { title: string; cards: readonly ProductCard[] } {
  if (groupBuys.length > 0) return { title: '群友在买', cards: groupBuys.slice(0, SHOWN) }
  return { title: '店里在卖', cards: feed.slice(0, SHOWN) }
}
