import type { CreditedOrderDetail } from '@contract/staff'
import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import { StaffSheet } from '../../../../features/manage/team/staff-sheet'
import { inService, useTeam } from '../../../../features/manage/team/use-team'
import { Shell } from '../../../../features/shell/shell'
import { CreditHead } from '../../../../features/staff/credit/credit-head'
import { DetailSkeleton } from '../../../../features/staff/credit/detail-skeleton'
import { EvidenceList } from '../../../../features/staff/credit/evidence-list'
import { LedgerLines } from '../../../../features/staff/credit/ledger-lines'
import { OrderFacts } from '../../../../features/staff/credit/order-facts'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { primeQuery, useQuery } from '../../../../platform/use-query'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import './index.scss'
import { useCorrection } from './use-correction'

const FAILED = {
  'thing.not_found': { title: '没有找到这个订单' },
  'request.invalid': { title: '没有找到这个订单' },
} as const

/** One order as a manager judges it: for whom it counts, why, and the way to set it right. */
export default function CorrectionPage() {
  const { id = '' } = useRouterParams()
  const key = useStaffKey(`order.${id}`)
  const order = useQuery<CreditedOrderDetail>(key, () =>
    call('GET /staff/orders/:id', { params: { id }, session: 'need' }),
  )
  const people = inService(useTeam())
  const [isPicking, setPicking] = useState(false)
  const { to, refusal, isBusy, begin, run, close } = useCorrection(id, (corrected) =>
    primeQuery(key, corrected),
  )
  if (order.status !== 'ready') {
    return (
      <Shell className="correction">
        <Loadable of={order} skeleton={<DetailSkeleton />} failed={FAILED} />
      </Shell>
    )
  }
  const { candidates, policyVersion, ledger } = order.value
  const toName = people.find(({ staffId }) => staffId === to?.staffId)?.name
  const bar = (
    <Button isBlock onTap={() => setPicking(true)} className="correction__begin">
      更正归属
    </Button>
  )
  return (
    <Shell className="correction" bar={bar}>
      <CreditHead order={order.value} />
      <EvidenceList candidates={candidates} policyVersion={policyVersion} />
      <LedgerLines lines={ledger} />
      <OrderFacts order={order.value} />
      {isPicking && (
        <StaffSheet
          title="这一单算谁的"
          people={people}
          nobody={{ title: '谁都不算', note: '业绩记在「无人归属」，账照样平' }}
          onChoose={(staffId) => {
            setPicking(false)
            begin(staffId)
          }}
          onClose={() => setPicking(false)}
        />
      )}
      {to && (
        <ReasonSheet
          title={to.staffId === null ? '这一单谁都不算' : `这一单改算${toName ?? ''}`}
          yes="更正"
          often={['顾客说是他介绍的', '卡片发错了群', '店员之间说好的']}
          refusal={refusal}
          isBusy={isBusy}
          onGive={(reason) => void run(reason)}
          onClose={close}
        >
          原来的记录一笔不改，账本上加一对更正：从原来的人转出，转给新的人。退掉的部分不动。
        </ReasonSheet>
      )}
    </Shell>
  )
}
