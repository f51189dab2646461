import { useState } from 'react'
import { useShareCard } from '../../../../features/share/use-share-card'
import { Shell } from '../../../../features/shell/shell'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { cardOf } from '../../../../platform/share'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { CampaignsToShare } from '../../share-centre/campaigns-to-share'
import { ProductsToShare } from '../../share-centre/products-to-share'
import { CodeSheet } from '../../share-centre/results/code-sheet'
import { ResultsList } from '../../share-centre/results/results-list'
import { SHEET_CARD, ShareSheet } from '../../share-centre/share-sheet'
import type { Subject } from '../../share-centre/subject'
import { useMyGroups } from '../../share-centre/use-my-groups'
import { useSheetCard } from '../../share-centre/use-sheet-card'
import '../../staff-page.scss'
import { HOME_CARD } from '../../cards'

const TABS = [
  { key: 'products', text: '分享商品' },
  { key: 'campaigns', text: '分享券' },
  { key: 'results', text: '带来了什么' },
]

export default function StaffSharesPage() {
  const { tab: asked = 'products' } = useRouterParams()
  const [tab, setTab] = useState(asked)
  const [subject, setSubject] = useState<Subject | null>(null)
  const [groupId, setGroupId] = useState<string | null>(null)
  const [coded, setCoded] = useState<{ readonly token: string; readonly title: string } | null>(null)
  const shares = usePages(useStaffKey('shares'), (cursor) =>
    call('GET /staff/shares', { query: { cursor }, session: 'need' }),
  )
  const { first } = shares
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  const isStaff = first.status === 'ready' || first.status === 'empty'
  const minted = useSheetCard(subject, groupId)
  const groups = useMyGroups()
  const card = useShareCard({ kind: 'home', parentToken: null, isReady: isStaff }, HOME_CARD, (name) => {
    if (name !== SHEET_CARD || !minted.card) return null
    // Without a picture of its own WeChat would take one of this page.
    const chosen = cardOf(minted.card)
    return { ...chosen, imageUrl: chosen.imageUrl ?? HOME_CARD.imageUrl }
  })

  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <Shell
      className="staff-shares"
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
      <Tabs items={TABS} active={tab} onChange={setTab} isSticky />
      {tab === 'products' && <ProductsToShare onShare={setSubject} />}
      {tab === 'campaigns' && <CampaignsToShare onShare={setSubject} />}
      {tab === 'results' && (
        <ResultsList shares={shares} onCode={setCoded} onPick={() => setTab('products')} />
      )}
      <ShareSheet
        subject={subject}
        groups={groups}
        groupId={groupId}
        onGroup={setGroupId}
        minted={minted}
        onClose={() => setSubject(null)}
      />
      <CodeSheet share={coded} onClose={() => setCoded(null)} />
    </Shell>
  )
}
