import type { CampaignDetail } from '@contract/campaign'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import { CampaignScreen } from './campaign-screen'

/** One campaign: its ladder, what it brought by tier and group, and what a manager may do with it. */
export default function CampaignPage() {
  const { id } = useRouterParams()
  const key = id && `manage.campaign.${id}`
  const campaign = useQuery<CampaignDetail>(key, () =>
    call('GET /manage/campaigns/:id', { params: { id: id ?? '' } }),
  )
  usePageShow(() => void campaign.reload())
  usePullDown(campaign.reload)
  if (campaign.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={campaign} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <CampaignScreen
      campaign={campaign.value}
      onChanged={(changed) => primeQuery(`manage.campaign.${changed.id}`, changed)}
    />
  )
}
