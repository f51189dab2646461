import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorText } from '../../../platform/error-text'
import { toast } from '../../../platform/feedback'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'

interface Props {
  readonly touchId: string
  readonly name: string
  readonly onContested: () => void
}

const MOST_CHARS = 200

const REFUSALS: Readonly<Record<string, string>> = {
  'group.unproven': '没能确认是哪个群，请从群里的卡片再打开一次',
  'claim.needless': '这个群现在没有别人负责，下拉刷新后直接设为我的群',
}

/** Asks the manager for a group that a colleague owns, with a word why. */
export function ContestForm({ touchId, name, onContested }: Props) {
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useAction(async () => {
    setRefusal(null)
    const body = { touchId, name: name.trim(), note: note.trim() }
    const answer = await call('POST /staff/group-claims', { body })
    if (!answer.ok) return setRefusal(REFUSALS[answer.error.code] ?? errorText(answer.error))
    toast('已交给店长', 'done')
    onContested()
  })
  return (
    <>
      <View className="claim-card__field">
        <Field
          label="理由"
          value={note}
          onInput={setNote}
          placeholder="如 我是群主，一直在这个群服务"
          maxLength={MOST_CHARS}
          isLong
        />
      </View>
      {refusal && (
        <View className="claim-card__refusal">
          <Banner tone="bad" icon="info">
            {refusal}
          </Banner>
        </View>
      )}
      <Button
        isBlock
        className="groups__contest"
        isLoading={isBusy}
        isDisabled={name.trim() === ''}
        onTap={() => void run()}
      >
        请店长定
      </Button>
    </>
  )
}
