import type { CampaignDetail } from '@contract/campaign'
import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { serverNow } from '../../../../platform/clock'
import { newId } from '../../../../platform/id'
import { useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import { type CampaignDraft, draftOf, newDraft } from './draft'
import { EditScreen } from './edit-screen'

/** `id`: edit that campaign · `copy`: begin with what that one says · neither: a new one. */
export default function CampaignEditPage() {
  const { id, copy } = useRouterParams()
  const from = id ?? copy
  const choices = useQuery('manage.campaign-choices', () => call('GET /manage/campaign-choices'))
  const before = useQuery<CampaignDetail>(from ? `manage.campaign.${from}` : null, () =>
    call('GET /manage/campaigns/:id', { params: { id: from ?? '' } }),
  )
  const [code] = useState(() => `q-${newId(Date.now()).slice(-8)}`)
  const waiting = choices.status !== 'ready' ? choices : from && before.status !== 'ready' ? before : null
  if (choices.status !== 'ready' || waiting) {
    return (
      <Shell>
        <Loadable of={waiting ?? choices} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  const saved = before.status === 'ready' ? before.value : null
  return (
    <EditScreen
      start={startOf(saved, id === undefined, code)}
      editing={id !== undefined && saved ? { id: saved.id, version: saved.version } : null}
      isClaimed={id !== undefined && saved?.isClaimed === true}
      choices={choices.value}
    />
  )
}

function startOf(saved: CampaignDetail | null, isNew: boolean, code: string): CampaignDraft {
  if (!saved) return newDraft(serverNow(), code)
  const draft = draftOf(saved.input, serverNow())
  if (!isNew) return draft
  const { claimFrom, claimUntil } = newDraft(serverNow(), code)
  return { ...draft, code, claimFrom, claimUntil }
}
