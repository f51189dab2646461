import { Shell } from '../../../../features/shell/shell'
import { CreditHead } from '../../../../features/staff/credit/credit-head'
import { DetailSkeleton } from '../../../../features/staff/credit/detail-skeleton'
import { EvidenceList } from '../../../../features/staff/credit/evidence-list'
import { LedgerLines } from '../../../../features/staff/credit/ledger-lines'
import { OrderFacts } from '../../../../features/staff/credit/order-facts'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import '../../staff-page.scss'

/** The order may be a colleague's, or nobody's: both are answered as if there were none. */
const FAILED = {
  'thing.not_found': { title: '没有找到这个页面' },
  'request.invalid': { title: '没有找到这个页面' },
} as const

export default function StaffOrderPage() {
  const { id = '' } = useRouterParams()
  const order = useQuery(useStaffKey(`order.${id}`), () =>
    call('GET /staff/orders/:id', { params: { id }, session: 'need' }),
  )
  if (order.status !== 'ready') {
    return (
      <Shell className="staff-page">
        <Loadable of={order} skeleton={<DetailSkeleton />} failed={FAILED} />
      </Shell>
    )
  }
  const { candidates, policyVersion, ledger } = order.value
  return (
    <Shell className="staff-page staff-order">
      <CreditHead order={order.value} />
      <EvidenceList candidates={candidates} policyVersion={policyVersion} />
      <LedgerLines lines={ledger} />
      <OrderFacts order={order.value} />
    </Shell>
  )
}
