import type { AuditRow, listAudits as listRoute } from '@contract/ledger'
import type { QueryOf, ResponseOf } from '@contract/route'
import { dayRange } from '@domain/figures/range'
import { instantToText } from '../../platform/column-types'
import { cursorOf, keysOf } from '../../platform/cursor'
import type { Queryable } from '../../platform/database'

const PAGE = 30

const AUDITS = {
  name: 'audits',
  text: `
    select a.id, a.at, s.name as actor, a.action, a.subject, a.detail
      from audits a left join staff s on s.id = a.actor_staff_id
     where ($1::text is null or a.action = $1 or a.action like $1 || '.%')
       and ($2::uuid is null or a.actor_staff_id = $2) and ($3::text is null or a.subject = $3)
       and ($4::timestamptz is null or a.at >= $4) and ($5::timestamptz is null or a.at < $5)
       and ($6::timestamptz is null or (a.at, a.id) < ($6, $7::uuid))
     order by a.at desc, a.id desc limit $8`,
} as const

/** Who did what to rights, credit or people, newest first. */
export async function listAudits(
  db: Queryable,
  query: QueryOf<typeof listRoute>,
): Promise<ResponseOf<typeof listRoute>> {
  const { action, actorStaffId, subject, from, to, cursor, limit = PAGE } = query
  const after = keysOf(cursor, ['number', 'uuid'])
  const { rows } = await db.$client.query<Omit<AuditRow, 'text'>>({
    ...AUDITS,
    values: [
      action ?? null,
      actorStaffId ?? null,
      subject ?? null,
      from === undefined ? null : instantToText(dayRange(from, from).from),
      to === undefined ? null : instantToText(dayRange(to, to).until),
      after && instantToText(after[0]),
      after?.[1] ?? null,
      limit + 1,
    ],
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({ ...row, text: ACTIONS[row.action] ?? row.action })),
    next: rows.length > limit && last ? cursorOf(last.at, last.id) : null,
  }
}

/** What an action is called on screens; one not named here is shown as it stands. */
const ACTIONS: Readonly<Record<string, string>> = {
  'staff.invited': '邀请店员',
  'staff.uninvited': '撤回邀请',
  'staff.joined': '店员加入',
  'staff.edited': '修改店员',
  'group.claimed': '认领群',
  'group.renamed': '群改名',
  'group.contested': '申请认领他人的群',
  'group.moved': '调整群负责人',
  'claim.approved': '同意认领申请',
  'claim.refused': '驳回认领申请',
  'policy.saved': '修改归属规则',
  'commission.saved': '修改佣金比例',
  'trust.saved': '修改风控阈值',
  'handover.leaver': '离职交接',
  'handover.in_service': '在职交接',
  'handover.undone': '撤销交接',
  'member.blocked': '加入黑名单',
  'member.unblocked': '移出黑名单',
  'member.erased': '顾客注销',
  'suspect.cleared': '解除可疑标记',
  'credit.corrected': '更正业绩',
  'share.revoked': '撤回分享',
  'ledger.exported': '导出业绩流水',
}
