import type { MessageTemplate } from '@contract/message'
import { KNOWN_FACTS, type Occasion } from '@domain/message/occasions'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { draftOf, faultOf, templateOf } from './template-draft'
import './template-sheet.scss'
import { FACT_WORDS, OCCASION_WORDS } from './words'

interface Props {
  readonly occasion: Occasion
  readonly template: MessageTemplate | null
  readonly isBusy: boolean
  readonly onKeep: (template: MessageTemplate | null) => void
  readonly onClose: () => void
}

/** Which template of WeChat's console tells one occasion, and which keyword shows what. */
export function TemplateSheet({ occasion, template, isBusy, onKeep, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(template))
  const [isChecked, setChecked] = useState(false)
  const fault = isChecked ? faultOf(draft) : null
  const keep = () => {
    setChecked(true)
    if (faultOf(draft) === null) onKeep(templateOf(occasion, draft))
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`${OCCASION_WORDS[occasion]}通知`}
      foot={
        <Button isBlock isLoading={isBusy} onTap={keep} className="template-sheet__keep">
          {draft.templateId.trim() || !template ? '保存' : '不再发这个通知'}
        </Button>
      }
    >
      <View className="template-sheet">
        <Field
          label="模板 ID"
          value={draft.templateId}
          maxLength={64}
          placeholder="公众平台 - 订阅消息里复制"
          onInput={(templateId) => setDraft((before) => ({ ...before, templateId }))}
        />
        {KNOWN_FACTS[occasion].map((fact) => (
          <Field
            key={fact}
            label={FACT_WORDS[fact]}
            value={draft.keys[fact] ?? ''}
            maxLength={20}
            placeholder="关键词，如 thing1，不用就留空"
            onInput={(key) => setDraft((before) => ({ ...before, keys: { ...before.keys, [fact]: key } }))}
          />
        ))}
        {fault && <View className="template-sheet__fault">{fault}</View>}
      </View>
    </Sheet>
  )
}
