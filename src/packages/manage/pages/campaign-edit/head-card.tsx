import { Card } from '../../../../ui/card'
import { Field } from '../../../../ui/field'
import { ChoiceField } from './choice-field'
import type { CampaignDraft } from './draft'
import { type FaultAt, faultOf } from './fault-words'
import { MomentField } from './moment-field'

interface Props {
  readonly draft: CampaignDraft
  readonly faults: readonly FaultAt[]
  readonly onChange: (change: Partial<CampaignDraft>) => void
}

/** What the campaign is called, when it can be claimed, and how many there are. */
export function HeadCard({ draft, faults, onChange }: Props) {
  const fault = (field: string) => faultOf(faults, null, field)
  return (
    <>
      <Card isFlush title="活动">
        <Field
          label="名称"
          value={draft.title}
          maxLength={30}
          placeholder="顾客看到的名字"
          onInput={(title) => onChange({ title })}
          error={fault('title')}
        />
        <Field
          label="说明"
          value={draft.note}
          maxLength={60}
          placeholder="一句话，选填"
          onInput={(note) => onChange({ note })}
        />
        <Field
          label="编号"
          value={draft.code}
          maxLength={40}
          placeholder="店里自己认的编号"
          onInput={(code) => onChange({ code })}
          error={fault('code')}
        />
        <ChoiceField
          label="抵什么"
          options={[
            { key: 'goods', text: '商品' },
            { key: 'freight', text: '运费' },
          ]}
          chosen={[draft.slot]}
          onTap={(slot) => onChange({ slot: slot as CampaignDraft['slot'] })}
          error={fault('slot') ?? fault('status') ?? fault('tiers')}
        />
      </Card>
      <Card isFlush title="领取">
        <MomentField
          label="从"
          value={draft.claimFrom}
          onChange={(claimFrom) => onChange({ claimFrom })}
          error={fault('claimFrom')}
        />
        <MomentField
          label="到"
          value={draft.claimUntil}
          onChange={(claimUntil) => onChange({ claimUntil })}
          error={fault('claimUntil')}
        />
        <Field
          label="总数（张）"
          value={draft.totalStock}
          type="number"
          maxLength={8}
          onInput={(totalStock) => onChange({ totalStock })}
          error={fault('totalStock')}
        />
        <Field
          label="每群最多"
          value={draft.stockPerGroup}
          type="number"
          maxLength={8}
          placeholder="留空则不限"
          onInput={(stockPerGroup) => onChange({ stockPerGroup })}
          error={fault('stockPerGroup')}
        />
        <Field
          label="每人最多"
          value={draft.limitPerMember}
          type="number"
          maxLength={4}
          onInput={(limitPerMember) => onChange({ limitPerMember })}
          error={fault('limitPerMember')}
        />
      </Card>
    </>
  )
}
