import type { CreditedOrderDetail } from '@contract/staff'
import { dayText, momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { cls } from '../../../ui/cls'
import { Icon, type IconName } from '../../../ui/icon'
import './evidence-list.scss'

type Candidate = CreditedOrderDetail['candidates'][number]

const KINDS: Readonly<Record<Candidate['kind'], { readonly icon: IconName; readonly text: string }>> = {
  share: { icon: 'share', text: '分享' },
  group: { icon: 'group', text: '群' },
  binding: { icon: 'person', text: '专属导购' },
}

interface Props {
  readonly candidates: readonly Candidate[]
  readonly policyVersion: number
}

/** Everything that could have decided, each with its verdict: the winner first, then by rank. */
export function EvidenceList({ candidates, policyVersion }: Props) {
  return (
    <Card title="判定依据" extra={`规则第 ${policyVersion} 版`} className="evidence-list">
      {candidates.length === 0 && <View className="evidence-list__none">下单前没有任何可作依据的记录</View>}
      {candidates.map((candidate, place) => (
        <Evidence key={`${candidate.kind}-${candidate.at}-${place.toString()}`} {...candidate} />
      ))}
    </Card>
  )
}

function Evidence({ kind, staffName, at, verdict, text }: Candidate) {
  const hasWon = verdict === 'won'
  return (
    <View className={cls('evidence', hasWon && 'evidence--won')}>
      <View className="evidence__icon">
        <Icon name={hasWon ? 'check' : KINDS[kind].icon} size="small" />
      </View>
      <View className="evidence__words">
        <View className="evidence__title">
          {KINDS[kind].text}
          {staffName && ` · ${staffName}`}
        </View>
        <View className="evidence__when">{whenText(kind, at)}</View>
      </View>
      <View className="evidence__verdict">{text}</View>
    </View>
  )
}

function whenText(kind: Candidate['kind'], at: number | null): string {
  if (at === null) return '时间未知'
  return kind === 'binding' ? `${dayText(at)}起` : `${momentText(at)} 打开`
}
