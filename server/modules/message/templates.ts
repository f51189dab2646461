import type { Refusal } from '@contract/errors'
import type { MessageTemplates } from '@contract/message'
import { fits } from '@domain/message/fields'
import { KNOWN_FACTS, OCCASIONS } from '@domain/message/occasions'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { saveSetting } from '../shop/settings'
import { recordAudit } from '../staff/audit'

/** Saves which template tells what. A field that could only ever be refused by WeChat is refused here. */
export async function saveTemplates(
  deps: Deps,
  templates: MessageTemplates,
  staffId: string | null,
  nowMs: number,
): Promise<Result<MessageTemplates, Refusal>> {
  for (const occasion of OCCASIONS) {
    const fields = templates[occasion]?.fields ?? []
    const unfit = fields.findIndex(
      ({ key, fact }) => !KNOWN_FACTS[occasion].includes(fact) || !fits(key, fact),
    )
    if (unfit < 0) continue
    const { key, fact } = fields[unfit]!
    return refuse({
      code: 'message.fact_unfit',
      message: `${key} cannot show ${fact} of ${occasion}.`,
      field: `/body/${occasion}/fields/${unfit}`,
      detail: { occasion, key, fact },
    })
  }
  await inTransaction(deps.db, async (tx) => {
    await saveSetting(tx, 'messageTemplates', templates, nowMs)
    await recordAudit(tx, deps.ids, {
      at: nowMs,
      actorStaffId: staffId,
      action: 'settings.message_templates',
      subject: 'messageTemplates',
      detail: OCCASIONS.filter((occasion) => templates[occasion]).join(', ') || 'none',
    })
  })
  return ok(templates)
}
