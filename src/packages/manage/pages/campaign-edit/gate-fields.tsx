import type { Gate, getCampaignChoices } from '@contract/campaign'
import type { ResponseOf } from '@contract/route'
import { LEVELS } from '@domain/member/level'
import { levelText } from '../../../../features/coupon/words'
import { Field } from '../../../../ui/field'
import { ChoiceField } from './choice-field'

export type Choices = ResponseOf<typeof getCampaignChoices>

interface Props {
  readonly gate: Gate
  readonly choices: Choices
  readonly onChange: (gate: Gate) => void
  readonly error: string | null
}

const KINDS = [
  { key: 'anyone', text: '所有人' },
  { key: 'level', text: '会员等级' },
  { key: 'lifecycle', text: '新老客' },
  { key: 'segment', text: '圈组' },
  { key: 'groups', text: '指定群' },
  { key: 'milestone', text: '同群买满' },
] as const

const STAGES = [
  { key: 'visitor', text: '来看过' },
  { key: 'registered', text: '注册未下单' },
  { key: 'active', text: '常买' },
  { key: 'dormant', text: '许久没买' },
  { key: 'churned', text: '已流失' },
] as const

const LEVEL_OPTIONS = LEVELS.map(({ level }) => ({ key: level, text: `${levelText(level)}起` }))

/** Each kind with nothing chosen yet. */
const BLANK: Readonly<Record<Gate['kind'], Gate>> = {
  anyone: { kind: 'anyone' },
  level: { kind: 'level', from: 'silver' },
  lifecycle: { kind: 'lifecycle', stages: [] },
  segment: { kind: 'segment', segmentId: '' },
  groups: { kind: 'groups', groupIds: [] },
  milestone: { kind: 'milestone', buyers: 3 },
}

/** Who may have the rung. None of the kinds asks anybody to share. */
export function GateFields({ gate, choices, onChange, error }: Props) {
  const isPlain = gate.kind === 'anyone'
  return (
    <>
      <ChoiceField
        label="谁能领"
        options={KINDS}
        chosen={[gate.kind]}
        onTap={(kind) => kind !== gate.kind && onChange(BLANK[kind as Gate['kind']])}
        error={isPlain ? error : null}
      />
      {!isPlain && <GateDetail gate={gate} choices={choices} onChange={onChange} error={error} />}
    </>
  )
}

function GateDetail({ gate, choices, onChange, error }: Props) {
  switch (gate.kind) {
    case 'anyone':
      return null
    case 'level':
      return (
        <ChoiceField
          label="等级"
          options={LEVEL_OPTIONS}
          chosen={[gate.from]}
          onTap={(from) => onChange({ kind: 'level', from: from as typeof gate.from })}
          error={error}
        />
      )
    case 'lifecycle':
      return (
        <ChoiceField
          label="阶段"
          options={STAGES}
          chosen={gate.stages}
          onTap={(stage) =>
            onChange({
              kind: 'lifecycle',
              stages: turned(gate.stages, stage as (typeof gate.stages)[number]),
            })
          }
          error={error}
        />
      )
    case 'segment':
      return (
        <ChoiceField
          label="圈组"
          options={choices.segments.map(({ id, name }) => ({ key: id, text: name }))}
          chosen={[gate.segmentId]}
          onTap={(segmentId) => onChange({ kind: 'segment', segmentId })}
          error={error ?? (choices.segments.length === 0 ? '店里还没有圈组' : null)}
        />
      )
    case 'groups':
      return (
        <ChoiceField
          label="哪些群"
          options={choices.groups.map(({ id, name, members }) => ({
            key: id,
            text: `${name ?? '还没有名字的群'} ${members} 人`,
          }))}
          chosen={gate.groupIds}
          onTap={(id) => onChange({ kind: 'groups', groupIds: turned(gate.groupIds, id) })}
          error={error}
        />
      )
    case 'milestone':
      return (
        <Field
          label="同群买满"
          value={gate.buyers > 0 ? String(gate.buyers) : ''}
          type="number"
          maxLength={3}
          placeholder={`几位群友下过单，最多 ${choices.maxMilestone}`}
          onInput={(text) => onChange({ kind: 'milestone', buyers: Number(text.replace(/\D/g, '')) || 0 })}
          error={error}
        />
      )
  }
}

const turned = <T,>(chosen: readonly T[], it: T): T[] =>
  chosen.includes(it) ? chosen.filter((other) => other !== it) : [...chosen, it]
