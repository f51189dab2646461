import { View } from '@tarojs/components'
import { useState } from 'react'
import { useShareCard } from '../../../../features/share/use-share-card'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { CodeSheet } from '../../../../features/staff/shares/code-sheet'
import { ShareRow } from '../../../../features/staff/shares/share-row'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import '../../staff-page.scss'
import { HOME_CARD } from '../../cards'

export default function StaffSharesPage() {
  const [coded, setCoded] = useState<{ readonly token: string; readonly title: string } | null>(null)
  const shares = usePages(useStaffKey('shares'), (cursor) =>
    call('GET /staff/shares', { query: { cursor }, session: 'need' }),
  )
  const { first, items } = shares
  usePullDown(first.reload)
  const isStaff = first.status === 'ready' || first.status === 'empty'
  const card = useShareCard({ kind: 'home', parentToken: null, isReady: isStaff }, HOME_CARD)

  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <Shell
      className="staff-page staff-shares"
      bar={
        <>
          <Button
            kind="tint"
            className="shares__code"
            isDisabled={!card}
            onTap={() => card && setCoded({ token: card.token, title: '小店首页' })}
          >
            小程序码
          </Button>
          <Button isBlock icon="share" openType="share" className="shares__share">
            分享小店
          </Button>
        </>
      }
    >
      {items.length > 0 && (
        <View className="staff-page__note">在商品页分享也记在这里，顾客转发带来的也算</View>
      )}
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{
          art: 'share',
          title: '还没有人打开过你的分享',
          text: '有人打开以后，这里写着它带来了什么',
          action: { text: '挑一件商品', onTap: () => go('home') },
        }}
      />
      {items.map((share) => (
        <ShareRow key={share.token} share={share} onCode={() => setCoded(share)} />
      ))}
      {items.length > 0 && <ListEnd of={shares} />}
      <CodeSheet share={coded} onClose={() => setCoded(null)} />
    </Shell>
  )
}
