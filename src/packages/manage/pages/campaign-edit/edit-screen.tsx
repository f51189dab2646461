import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { serverNow } from '../../../../platform/clock'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { goBack, goInstead } from '../../../../platform/navigate'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { primeQuery } from '../../../../platform/use-query'
import { Banner } from '../../../../ui/banner'
import { Button } from '../../../../ui/button'
import { type CampaignDraft, newTier, type TierDraft } from './draft'
import { type FaultAt, faultOf, faultsIn } from './fault-words'
import type { Choices } from './gate-fields'
import { HeadCard } from './head-card'
import { inputOf } from './input'
import { ScopeCard } from './scope-card'
import { TierCard } from './tier-card'
import './edit-screen.scss'

interface Props {
  readonly start: CampaignDraft
  /** Which version is edited; null for a new campaign. */
  readonly editing: { readonly id: string; readonly version: number } | null
  readonly isClaimed: boolean
  readonly choices: Choices
}

let made = 0
const nextKey = () => {
  made += 1
  return `new-${made}`
}

/** A campaign being written. What is wrong shows at the tier and the field it names, after a try to save. */
export function EditScreen({ start, editing, isClaimed, choices }: Props) {
  const [draft, setDraft] = useState(start)
  const [faults, setFaults] = useState<readonly FaultAt[]>([])
  const change = (part: Partial<CampaignDraft>) => setDraft((before) => ({ ...before, ...part }))
  const changeTier = (key: string, part: Partial<TierDraft>) =>
    change({ tiers: draft.tiers.map((tier) => (tier.key === key ? { ...tier, ...part } : tier)) })

  const { isBusy, run } = useAction(async () => {
    const input = inputOf(draft)
    if (!input.ok) {
      setFaults(input.error)
      return toast('有几处要改一下')
    }
    const answer = editing
      ? await call('PUT /manage/campaigns/:id', {
          params: { id: editing.id },
          body: { version: editing.version, input: input.value },
        })
      : await call('POST /manage/campaigns', { body: input.value })
    if (!answer.ok) {
      const found = faultsIn(answer.error)
      setFaults(found ?? [])
      if (found) return toast('有几处要改一下')
      return toast(
        answer.error.code === 'campaign.version_old' ? '别人刚改过，请退回再看' : errorText(answer.error),
      )
    }
    primeQuery(`manage.campaign.${answer.value.id}`, answer.value)
    toast('已保存', 'done')
    if (editing) goBack()
    else goInstead('manageCampaign', { id: answer.value.id })
  })

  const only = draft.tiers.length === 1
  return (
    <Shell
      className="campaign-edit"
      bar={
        <>
          <Button
            kind="tint"
            className="campaign-edit__add"
            isDisabled={isClaimed || draft.tiers.length >= choices.maxTiers}
            onTap={() => change({ tiers: [...draft.tiers, newTier(serverNow(), nextKey())] })}
          >
            加一档
          </Button>
          <Button isBlock className="campaign-edit__save" isLoading={isBusy} onTap={() => void run()}>
            保存
          </Button>
        </>
      }
    >
      {isClaimed && (
        <Banner icon="info" tone="warning" isWide>
          已经有人领过：只能改名称、说明，加库存和上限，往后延
        </Banner>
      )}
      {faults.length > 0 && (
        <Banner icon="warn" tone="bad" isWide>
          {summary(faults)}
        </Banner>
      )}
      <HeadCard draft={draft} faults={faults} onChange={change} />
      <ScopeCard
        scope={draft.scope}
        onChange={(scope) => change({ scope })}
        error={faultOf(faults, null, 'scope')}
      />
      {draft.tiers.map((tier, place) => (
        <TierCard
          key={tier.key}
          tier={tier}
          place={place + 1}
          slot={draft.slot}
          choices={choices}
          faults={faults}
          onChange={(part) => changeTier(tier.key, part)}
          onRemove={
            only || isClaimed
              ? undefined
              : () => change({ tiers: draft.tiers.filter(({ key }) => key !== tier.key) })
          }
        />
      ))}
    </Shell>
  )
}

/** The first fault in one line, since its field may lie below the screen. */
function summary(faults: readonly FaultAt[]): string {
  const [first] = faults
  if (!first) return ''
  const more = faults.length > 1 ? `，另有 ${faults.length - 1} 处` : ''
  return `${first.tier === null ? '' : `第 ${first.tier} 档：`}${first.text}${more}`
}
