import type { StaffGroup } from '@contract/staff'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorText } from '../../../platform/error-text'
import { toast } from '../../../platform/feedback'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import './claim-card.scss'
import { ContestForm } from './contest-form'

interface Props {
  /** The opening that has proven the group. */
  readonly touchId: string
  /** The group's name as the shop knows it. */
  readonly name: string | null
  readonly onClaimed: (group: StaffGroup) => void
  readonly onContested: () => void
}

const MOST_CHARS = 40

const REFUSALS: Readonly<Record<string, string>> = {
  'group.unproven': '没能确认是哪个群，请从群里的卡片再打开一次',
}

/** "This is my group": the opening that stands has proven the chat, so a name is all that is asked for. */
export function ClaimCard({ touchId, name, onClaimed, onContested }: Props) {
  const [typed, setTyped] = useState(name ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isTaken, setTaken] = useState(false)
  const { isBusy, run } = useAction(async () => {
    setRefusal(null)
    const answer = await call('POST /staff/groups', { body: { touchId, name: typed.trim() } })
    if (!answer.ok) {
      if (answer.error.code === 'group.owned_by_other') return setTaken(true)
      return setRefusal(REFUSALS[answer.error.code] ?? errorText(answer.error))
    }
    toast('已设为我的群', 'done')
    onClaimed(answer.value)
  })
  return (
    <Card className="claim-card">
      <View className="claim-card__title">你刚从一个群里打开</View>
      <View className="claim-card__text">
        {isTaken ? '这个群已经有同事负责。如果该由你来，可以请店长定' : '群友从这个群进店下单，会记在你名下'}
      </View>
      <View className="claim-card__field">
        <Field
          label="群名"
          value={typed}
          onInput={setTyped}
          placeholder="如 春风小区1群"
          maxLength={MOST_CHARS}
        />
      </View>
      {refusal && (
        <View className="claim-card__refusal">
          <Banner tone="bad" icon="info">
            {refusal}
          </Banner>
        </View>
      )}
      {isTaken ? (
        <ContestForm touchId={touchId} name={typed} onContested={onContested} />
      ) : (
        <Button
          isBlock
          className="groups__claim"
          isLoading={isBusy}
          isDisabled={typed.trim() === ''}
          onTap={() => void run()}
        >
          把这个群设为我的群
        </Button>
      )}
    </Card>
  )
}
