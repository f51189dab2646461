import type { OrderInvoice } from '@contract/invoice'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { draftOf, faultsOf, inputOf } from '../../../../features/order/invoice-draft'
import { InvoiceForm } from '../../../../features/order/invoice-form'
import { invoiceKey } from '../../../../features/order/use-invoice'
import { Shell } from '../../../../features/shell/shell'
import { errorText } from '../../../../platform/error-text'
import { confirm, toast } from '../../../../platform/feedback'
import { goBack } from '../../../../platform/navigate'
import { type Answer, call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { primeQuery } from '../../../../platform/use-query'
import { Button } from '../../../../ui/button'
import { Price } from '../../../../ui/price'
import './index.scss'

interface Props {
  readonly orderId: string
  readonly standing: OrderInvoice
}

/** Asks for an invoice, or changes its title while the shop has not made it out. */
export function InvoiceScreen({ orderId, standing }: Props) {
  const [draft, setDraft] = useState(() => draftOf(standing))
  const [isChecked, setChecked] = useState(false)
  const isAsked = standing.invoice?.state === 'requested'
  const params = { id: orderId }
  const take = (answer: Answer<'PUT /orders/:id/invoice'>): boolean => {
    if (answer.ok) primeQuery(invoiceKey(orderId), answer.value)
    else toast(answer.error.code === 'invoice.issued' ? '店里已经开好票了' : errorText(answer.error))
    return answer.ok
  }
  const ask = useAction(async () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft)).length > 0) return
    if (!take(await call('PUT /orders/:id/invoice', { params, body: inputOf(draft) }))) return
    toast(isAsked ? '已修改' : '已提交', 'done')
    goBack()
  })
  const withdraw = useAction(async () => {
    if (!(await confirm({ title: '不要这张发票了吗', yes: '撤回', no: '留着' }))) return
    if (take(await call('DELETE /orders/:id/invoice', { params }))) goBack()
  })
  const bar = (
    <>
      {isAsked && (
        <Button kind="line" isLoading={withdraw.isBusy} onTap={() => void withdraw.run()}>
          撤回申请
        </Button>
      )}
      <Button isBlock isLoading={ask.isBusy} onTap={() => void ask.run()} className="invoice__submit">
        {isAsked ? '保存修改' : '提交申请'}
      </Button>
    </>
  )
  return (
    <Shell className="invoice" bar={bar}>
      <View className="invoice__head">
        <View className="invoice__name">{isAsked ? '已申请，等店里开票' : '开票金额'}</View>
        <Price fen={standing.amountFen} size="figure" tone="ink" />
        <View className="invoice__note">按实际付款减去已退款计算，含运费</View>
      </View>
      <InvoiceForm
        draft={draft}
        faults={isChecked ? faultsOf(draft) : {}}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
    </Shell>
  )
}
