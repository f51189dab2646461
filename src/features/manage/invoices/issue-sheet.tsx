import type { ManagedInvoice } from '@contract/invoice'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorText } from '../../../platform/error-text'
import { toast } from '../../../platform/feedback'
import type { ApiError } from '../../../platform/http'
import { call } from '../../../platform/request'
import { useAction } from '../../../platform/use-action'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { yuanText } from '../../../ui/yuan'
import './issue-sheet.scss'

interface Props {
  readonly invoice: ManagedInvoice
  readonly onClose: () => void
  readonly onDone: () => void
}

const WORDS: Partial<Record<ApiError['code'], string>> = {
  'invoice.amount_changed': '金额有变化，请刷新后按新金额开票',
  'invoice.number_used': '这个号码已经登记过了',
  'invoice.state_refused': '这张发票的状态已经变了',
}

/** Writes down the number of an invoice that was made out. */
export function IssueSheet({ invoice, onClose, onDone }: Props) {
  const [number, setNumber] = useState('')
  const [isChecked, setChecked] = useState(false)
  const clean = number.replace(/\s/g, '')
  const fault = /^[0-9]{8,20}$/.test(clean) ? null : '发票号码是 8 到 20 位数字'
  const { isBusy, run } = useAction(async () => {
    setChecked(true)
    if (fault) return
    const answer = await call('POST /manage/invoices/:id/issue', {
      params: { id: invoice.id },
      body: { number: clean, amountFen: invoice.amountNowFen },
    })
    toast(answer.ok ? '已登记' : (WORDS[answer.error.code] ?? errorText(answer.error)))
    onDone()
    if (answer.ok) onClose()
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="登记发票"
      foot={
        <Button isBlock isLoading={isBusy} onTap={() => void run()} className="issue-sheet__save">
          登记
        </Button>
      }
    >
      <View className="issue-sheet">
        <View className="issue-sheet__text">
          {invoice.title} · {yuanText(invoice.amountNowFen)}
        </View>
        <Field
          label="发票号码"
          value={number}
          type="number"
          maxLength={20}
          placeholder="发票右上角的号码"
          error={isChecked ? fault : null}
          onInput={setNumber}
        />
      </View>
    </Sheet>
  )
}
