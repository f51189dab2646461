import type { MessageTemplate, MessageTemplates } from '@contract/message'
import { OCCASIONS, type Occasion } from '@domain/message/occasions'
import { useState } from 'react'
import { errorText } from '../../../platform/error-text'
import { toast } from '../../../platform/feedback'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { primeQuery, useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Loadable } from '../../../ui/loadable'
import { TemplateSheet } from './template-sheet'
import { OCCASION_WORDS } from './words'

const KEY = 'manage.message-templates'

/** What is told by which template; without one an occasion is not told, and nobody is asked about it. */
export function TemplatesCard() {
  const templates = useQuery<MessageTemplates>(KEY, () => call('GET /manage/message-templates'))
  const [editing, setEditing] = useState<Occasion | null>(null)
  const { isBusy, run } = useAction(async (occasion: Occasion, template: MessageTemplate | null) => {
    if (templates.status !== 'ready') return
    const body = { ...templates.value, [occasion]: template }
    const answer = await call('PUT /manage/message-templates', { body })
    if (!answer.ok) {
      const isUnfit = answer.error.code === 'message.fact_unfit'
      return toast(isUnfit ? '有关键词装不下对应的内容，请换一个' : errorText(answer.error))
    }
    primeQuery(KEY, answer.value)
    setEditing(null)
    toast('已保存', 'done')
  })
  if (templates.status !== 'ready') return <Loadable of={templates} />
  return (
    <Card isFlush title="通知模板">
      {OCCASIONS.map((occasion) => (
        <Cell
          key={occasion}
          title={OCCASION_WORDS[occasion]}
          value={templates.value[occasion] ? '已设置' : '未设置，不会发送'}
          onTap={() => setEditing(occasion)}
        />
      ))}
      {editing && (
        <TemplateSheet
          key={editing}
          occasion={editing}
          template={templates.value[editing]}
          isBusy={isBusy}
          onKeep={(template) => void run(editing, template)}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  )
}
