import type { InvoiceState, ManagedInvoice } from '@contract/invoice'
import { useState } from 'react'
import { InvoiceCard } from '../../../../features/manage/invoices/invoice-card'
import { IssueSheet } from '../../../../features/manage/invoices/issue-sheet'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'

const TABS: readonly { key: InvoiceState; text: string; empty: string }[] = [
  { key: 'requested', text: '待开票', empty: '没有等着开的发票' },
  { key: 'issued', text: '已开票', empty: '还没有开过发票' },
  { key: 'withdrawn', text: '已撤回', empty: '没有撤回的申请' },
]

/** Invoices to make out, the oldest request first. */
export default function InvoicesPage() {
  const [tab, setTab] = useState(TABS[0]!)
  const [issuing, setIssuing] = useState<ManagedInvoice | null>(null)
  const invoices = usePages(useStaffKey(`invoices.${tab.key}`), (cursor) =>
    call('GET /manage/invoices', { query: { state: tab.key, cursor } }),
  )
  const { first, items } = invoices
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <Shell className="manage-invoices">
      <Tabs
        items={TABS}
        active={tab.key}
        onChange={(key) => setTab(TABS.find((it) => it.key === key) ?? TABS[0]!)}
        isSticky
      />
      <Loadable of={first} skeleton={<ListSkeleton />} empty={{ art: 'card', title: tab.empty }} />
      {items.map((invoice) => (
        <InvoiceCard key={invoice.id} invoice={invoice} onIssue={() => setIssuing(invoice)} />
      ))}
      {items.length > 0 && <ListEnd of={invoices} />}
      {issuing && (
        <IssueSheet
          key={issuing.id}
          invoice={issuing}
          onClose={() => setIssuing(null)}
          onDone={() => void first.reload()}
        />
      )}
    </Shell>
  )
}
