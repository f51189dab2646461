import type { CommissionView } from '@contract/team'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { rateText } from '../../../../features/manage/commissions/rate'
import { RateSheet } from '../../../../features/manage/commissions/rate-sheet'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Card } from '../../../../ui/card'
import { Cell } from '../../../../ui/cell'
import { Loadable } from '../../../../ui/loadable'
import './index.scss'

interface Editing {
  readonly of: 'staff' | 'category'
  readonly id: string
  readonly name: string
  readonly bps: number | null
}

/** Commission rates of people and categories: the shop records them, payroll pays. */
export default function CommissionsPage() {
  const key = useStaffKey('manage.commissions')
  const rates = useQuery<CommissionView>(key, () => call('GET /manage/commissions'))
  const [editing, setEditing] = useState<Editing | null>(null)
  const { isBusy, run } = useAction(async ({ of, id }: Editing, bps: number | null) => {
    const body =
      of === 'staff' ? { staff: [{ staffId: id, bps: bps ?? 0 }] } : { categories: [{ categoryId: id, bps }] }
    const answer = await call('PUT /manage/commissions', { body })
    if (!answer.ok) return toast(errorText(answer.error))
    primeQuery(key, answer.value)
    setEditing(null)
    toast('已保存', 'done')
  })
  usePullDown(rates.reload)
  if (rates.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={rates} skeleton={<ListSkeleton rows={3} />} failed={STRANGER} />
      </Shell>
    )
  }
  const { staff, categories } = rates.value
  return (
    <Shell className="commissions">
      <View className="commissions__lead">
        只记账，不发钱：每一笔业绩记下当时的比例，发工资时按账本来。商品分类设了比例的，先按分类
      </View>
      <Card title="按店员" isFlush>
        {staff.map(({ staffId: id, name, bps }) => (
          <Cell
            key={id}
            title={name}
            value={bps > 0 ? rateText(bps) : '不计'}
            onTap={() => setEditing({ of: 'staff', id, name, bps })}
          />
        ))}
      </Card>
      <Card title="按商品分类" isFlush>
        {categories.map(({ categoryId: id, name, bps }) => (
          <Cell
            key={id}
            title={name}
            value={bps === null ? '按店员' : rateText(bps)}
            onTap={() => setEditing({ of: 'category', id, name, bps })}
          />
        ))}
      </Card>
      {editing && (
        <RateSheet
          key={editing.id}
          name={editing.name}
          bps={editing.bps}
          canBeNone={editing.of === 'category'}
          isBusy={isBusy}
          onKeep={(bps) => void run(editing, bps)}
          onClose={() => setEditing(null)}
        />
      )}
    </Shell>
  )
}
