import type { ManagedAfterSale } from '@contract/after-sale'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { refusalText } from '../../../../features/after-sale/refusal-text'
import { RequestFacts } from '../../../../features/after-sale/request-facts'
import { RequestLines } from '../../../../features/after-sale/request-lines'
import { stepsOf } from '../../../../features/after-sale/steps'
import { SumCard } from '../../../../features/after-sale/sum-card'
import { decide, NO_WORDS } from '../../../../features/manage/after-sale/decide'
import { type Decision, DecisionSheet } from '../../../../features/manage/after-sale/decision-sheet'
import { ManagedBar } from '../../../../features/manage/after-sale/managed-bar'
import { MoneyCard } from '../../../../features/manage/after-sale/money-card'
import { DEED_WORDS, type Deed, STATE_WORDS } from '../../../../features/manage/after-sale/words'
import { Shell } from '../../../../features/shell/shell'
import { dial, toast } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { useAction } from '../../../../platform/use-action'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Timeline } from '../../../../ui/timeline'
import './index.scss'

interface Props {
  readonly request: ManagedAfterSale
  readonly onChanged: (request: ManagedAfterSale) => void
  readonly reload: () => Promise<void>
}

/** Who wants what back and why, what it pays, and the decision. */
export function ManagedScreen({ request, onChanged, reload }: Props) {
  const [asking, setAsking] = useState<Exclude<Deed, 'pursue'> | null>(null)
  const [busy, setBusy] = useState<Deed | null>(null)
  const { isBusy, run } = useAction(async (deed: Deed, decision: Decision) => {
    setBusy(deed)
    const answer = await decide(request, deed, decision)
    setBusy(null)
    setAsking(null)
    if (answer.ok) return onChanged(answer.value)
    toast(refusalText(answer.error))
    await reload()
  })
  const act = (deed: Deed) => (deed === 'pursue' ? void run(deed, NO_WORDS) : setAsking(deed))
  const { member, actions, isRestocked } = request
  const mayGrantReturn = actions.includes('approve') && actions.includes('grant')
  return (
    <Shell
      className="managed"
      bar={actions.length > 0 ? <ManagedBar request={request} busy={busy} onAct={act} /> : undefined}
    >
      <View className="managed__head">
        <View className="managed__state">{STATE_WORDS[request.state]}</View>
        <View className="managed__by">
          {[
            request.decidedBy && `${request.decidedBy} 处理`,
            isRestocked !== null && (isRestocked ? '已放回库存' : '没有放回库存'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </View>
      </View>
      {request.money && <MoneyCard money={request.money} />}
      <Card title="商品">
        <RequestLines lines={request.lines} />
      </Card>
      <SumCard preview={request} note={request.isShopAtFault ? '店里的责任' : undefined} />
      <RequestFacts request={request} onOrder={() => go('manageShipment', { id: request.orderId })} />
      <Card isFlush>
        <Cell icon="person" title={member.name} value={member.phone} onTap={() => dial(member.phone)} />
        {mayGrantReturn && (
          <Cell
            icon="wallet"
            title={DEED_WORDS.return.grant}
            note="东西不值得寄回时，比如生鲜坏果"
            onTap={() => act('grant')}
          />
        )}
      </Card>
      <Card title="进度">
        <Timeline items={stepsOf(request)} />
      </Card>
      <DecisionSheet
        key={asking ?? 'none'}
        deed={asking}
        request={request}
        isBusy={isBusy}
        onClose={() => setAsking(null)}
        onDecide={(deed, decision) => void run(deed, decision)}
      />
    </Shell>
  )
}
