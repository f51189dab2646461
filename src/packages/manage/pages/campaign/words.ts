import type { Gate } from '@contract/campaign'
import { levelText, stagesText } from '../../../../features/coupon/words'
import type { Choices } from '../campaign-edit/gate-fields'

/** Who may have a tier, as a manager reads it. */
export function gateText(gate: Gate, choices: Choices | null): string {
  switch (gate.kind) {
    case 'anyone':
      return '所有人'
    case 'level':
      return `${levelText(gate.from)}起`
    case 'lifecycle':
      return stagesText(gate.stages)
    case 'segment':
      return `圈组「${choices?.segments.find(({ id }) => id === gate.segmentId)?.name ?? '…'}」`
    case 'groups': {
      const names = gate.groupIds.map(
        (id) => choices?.groups.find((it) => it.id === id)?.name ?? '未命名的群',
      )
      return names.length > 2 ? `${names[0]}等 ${names.length} 个群` : names.join('、')
    }
    case 'milestone':
      return `同群 ${gate.buyers} 人买过`
  }
}

const ACTIONS: Readonly<Record<string, string>> = {
  create: '新建',
  import: '导入',
  edit: '修改',
  raise_stock: '加库存',
  pause: '暂停',
  resume: '恢复',
  end: '结束',
}
export const actionText = (action: string): string => ACTIONS[action] ?? action
