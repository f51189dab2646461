import type { InvoiceInput, OrderInvoice, TitleKind } from '@contract/invoice'
import { readTaxNumber, type TaxNumberError } from '@domain/invoice/tax-number'

/** What stands in the form, filled in or not. */
export interface InvoiceDraft {
  readonly titleKind: TitleKind
  readonly title: string
  readonly taxNumber: string
  readonly email: string
}

export type InvoiceFaults = Partial<Record<'title' | 'taxNumber' | 'email', string>>

/** What was asked for, else the title that was used last. */
export const draftOf = ({ invoice, lastTitle }: OrderInvoice): InvoiceDraft => {
  const from = invoice && invoice.state !== 'withdrawn' ? invoice : lastTitle
  return {
    titleKind: from?.titleKind ?? 'personal',
    title: from?.title ?? '',
    taxNumber: from?.taxNumber ?? '',
    email: from?.email ?? '',
  }
}

const TAX_FAULTS: Readonly<Record<TaxNumberError['why'], string>> = {
  missing: '单位抬头需要税号',
  form: '税号应为 15、18 或 20 位数字和字母',
  check: '税号有一位不对，请对照营业执照再看看',
}

/** What keeps a draft from being a request, by the same rules the server holds. */
export function faultsOf({ titleKind, title, taxNumber, email }: InvoiceDraft): InvoiceFaults {
  const faults: InvoiceFaults = {}
  if (!title.trim()) faults.title = titleKind === 'company' ? '请填写单位名称' : '请填写姓名'
  if (titleKind === 'company') {
    const read = readTaxNumber(taxNumber)
    if (!read.ok) faults.taxNumber = TAX_FAULTS[read.error.why]
  }
  if (email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
    faults.email = '邮箱似乎不对，请再看看'
  return faults
}

/** The draft as the shop takes it; call with a draft without faults. */
export function inputOf({ titleKind, title, taxNumber, email }: InvoiceDraft): InvoiceInput {
  const read = titleKind === 'company' ? readTaxNumber(taxNumber) : null
  return {
    titleKind,
    title: title.trim(),
    ...(read?.ok ? { taxNumber: read.value } : {}),
    ...(email.trim() ? { email: email.trim() } : {}),
  }
}
