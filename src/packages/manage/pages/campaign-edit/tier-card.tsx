import { View } from '@tarojs/components'
import { Card } from '../../../../ui/card'
import { Field } from '../../../../ui/field'
import { Icon } from '../../../../ui/icon'
import { ChoiceField } from './choice-field'
import type { TierDraft } from './draft'
import { type FaultAt, faultOf } from './fault-words'
import { type Choices, GateFields } from './gate-fields'
import { MomentField } from './moment-field'
import './tier-card.scss'

interface Props {
  readonly tier: TierDraft
  /** From 1, lowest first. */
  readonly place: number
  readonly slot: 'goods' | 'freight'
  readonly choices: Choices
  readonly faults: readonly FaultAt[]
  readonly onChange: (change: Partial<TierDraft>) => void
  /** Absent where it is the only one. */
  readonly onRemove?: () => void
}

/** One rung of the ladder, with what is wrong at the field it is about. */
export function TierCard({ tier, place, slot, choices, faults, onChange, onRemove }: Props) {
  const fault = (field: string) => faultOf(faults, place, field)
  const what = slot === 'freight' ? '运费减' : '减'
  return (
    <Card
      isFlush
      className="tier-card"
      title={`第 ${place} 档`}
      extra={
        onRemove && (
          <View className="tier-card__remove" hoverClass="tier-card__remove--pressed" onClick={onRemove}>
            <Icon name="trash" size="note" />
            删除
          </View>
        )
      }
    >
      <Field
        label="满（元）"
        value={tier.threshold}
        type="digit"
        maxLength={9}
        placeholder={slot === 'freight' ? '没有门槛填 0' : '如 199'}
        onInput={(threshold) => onChange({ threshold })}
        error={fault('threshold')}
      />
      <ChoiceField
        label="优惠"
        options={[
          { key: 'amount', text: `${what}多少元` },
          { key: 'rate', text: '打几折' },
        ]}
        chosen={[tier.offKind]}
        onTap={(offKind) => onChange({ offKind: offKind as TierDraft['offKind'] })}
      />
      {tier.offKind === 'amount' ? (
        <Field
          label={`${what}（元）`}
          value={tier.amount}
          type="digit"
          maxLength={9}
          placeholder="如 50"
          onInput={(amount) => onChange({ amount })}
          error={fault('off')}
        />
      ) : (
        <>
          <Field
            label="几折"
            value={tier.rate}
            type="digit"
            maxLength={5}
            placeholder="如 8.8"
            onInput={(rate) => onChange({ rate })}
          />
          <Field
            label="最高减（元）"
            value={tier.cap}
            type="digit"
            maxLength={9}
            placeholder="封顶金额"
            onInput={(cap) => onChange({ cap })}
            error={fault('off')}
          />
        </>
      )}
      <GateFields
        gate={tier.gate}
        choices={choices}
        onChange={(gate) => onChange({ gate })}
        error={fault('gate')}
      />
      <ChoiceField
        label="有效期"
        options={[
          { key: 'days', text: '领后几天' },
          { key: 'fixed', text: '固定日期' },
        ]}
        chosen={[tier.validKind]}
        onTap={(validKind) => onChange({ validKind: validKind as TierDraft['validKind'] })}
      />
      {tier.validKind === 'days' ? (
        <Field
          label="领后（天）"
          value={tier.days}
          type="number"
          maxLength={3}
          placeholder="如 7"
          onInput={(days) => onChange({ days })}
          error={fault('validity')}
        />
      ) : (
        <>
          <MomentField label="可用从" value={tier.from} onChange={(from) => onChange({ from })} />
          <MomentField
            label="到"
            value={tier.until}
            onChange={(until) => onChange({ until })}
            error={fault('validity')}
          />
        </>
      )}
      <Field
        label="这档库存"
        value={tier.stock}
        type="number"
        maxLength={8}
        placeholder="留空则只看总数"
        onInput={(stock) => onChange({ stock })}
        error={fault('stock') ?? fault('rank')}
      />
    </Card>
  )
}
