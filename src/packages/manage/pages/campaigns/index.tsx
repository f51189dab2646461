import type { CampaignSummary } from '@contract/campaign'
import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { CampaignCard } from './campaign-card'

type Phase = CampaignSummary['phase']
const ALL = 'all'
const TABS = [
  { key: ALL, text: '全部' },
  { key: 'running', text: '进行中' },
  { key: 'not_yet', text: '未开始' },
  { key: 'paused', text: '已暂停' },
  { key: 'ended', text: '已结束' },
]

/** All campaigns with what they brought. */
export default function CampaignsPage() {
  const [tab, setTab] = useState(ALL)
  const phase = tab === ALL ? undefined : (tab as Phase)
  const campaigns = usePages<CampaignSummary>(`manage.campaigns.${tab}`, (cursor) =>
    call('GET /manage/campaigns', { query: { phase, cursor }, session: 'need' }),
  )
  const { first, items } = campaigns
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <Shell
      className="campaigns"
      bar={
        <Button isBlock icon="add" className="campaigns__new" onTap={() => go('manageCampaignEdit')}>
          新建活动
        </Button>
      }
    >
      <Tabs items={TABS} active={tab} onChange={setTab} isSticky />
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{ art: 'coupon', title: '这里还没有活动', text: '新建一个，顾客就能在「领券」里看到' }}
      />
      {items.map((campaign) => (
        <CampaignCard
          key={campaign.id}
          campaign={campaign}
          onTap={() => go('manageCampaign', { id: campaign.id })}
        />
      ))}
      {items.length > 0 && <ListEnd of={campaigns} />}
    </Shell>
  )
}
