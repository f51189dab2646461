import type { MessageFact, MessageTemplate } from '@contract/message'
import { KNOWN_FACTS, type Occasion } from '@domain/message/occasions'

/** A template as it is typed: its id, and the keyword of the console for each fact. */
export interface TemplateDraft {
  readonly templateId: string
  readonly keys: Readonly<Partial<Record<MessageFact, string>>>
}

export const draftOf = (template: MessageTemplate | null): TemplateDraft => ({
  templateId: template?.templateId ?? '',
  keys: Object.fromEntries((template?.fields ?? []).map(({ fact, key }) => [fact, key])),
})

const KEY =
  /^(thing|character_string|number|letter|phrase|name|amount|phone_number|car_number|time|date|const)\d{1,3}$/

/** What is wrong with a draft, one sentence; null where it can be kept. An empty one takes the template away. */
export function faultOf({ templateId, keys }: TemplateDraft): string | null {
  if (!templateId.trim()) return null
  const filled = Object.values(keys).filter((key) => key?.trim())
  if (filled.length === 0) return '至少对应一个关键词'
  const isBad = filled.some((key) => !KEY.test(key?.trim() ?? ''))
  return isBad ? '关键词要照后台写，比如 thing1、amount2' : null
}

/** The draft as the shop takes it. */
export function templateOf(occasion: Occasion, { templateId, keys }: TemplateDraft): MessageTemplate | null {
  if (!templateId.trim()) return null
  const fields = KNOWN_FACTS[occasion].flatMap((fact) => {
    const key = keys[fact]?.trim()
    return key ? [{ key, fact }] : []
  })
  return { templateId: templateId.trim(), fields }
}
