import type { TitleKind } from '@contract/invoice'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Field } from '../../ui/field'
import type { InvoiceDraft, InvoiceFaults } from './invoice-draft'
import './invoice-form.scss'

interface Props {
  readonly draft: InvoiceDraft
  /** Shown once somebody tried to send it. */
  readonly faults: InvoiceFaults
  readonly onChange: (change: Partial<InvoiceDraft>) => void
}

const KINDS: readonly { readonly kind: TitleKind; readonly text: string }[] = [
  { kind: 'personal', text: '个人' },
  { kind: 'company', text: '单位' },
]

/** Whom the invoice is made out to. */
export function InvoiceForm({ draft, faults, onChange }: Props) {
  const isCompany = draft.titleKind === 'company'
  return (
    <Card isFlush>
      <View className="invoice-form__kinds">
        <View className="invoice-form__name">抬头类型</View>
        {KINDS.map(({ kind, text }) => (
          <Chip key={kind} isChosen={draft.titleKind === kind} onTap={() => onChange({ titleKind: kind })}>
            {text}
          </Chip>
        ))}
      </View>
      <Field
        label={isCompany ? '单位名称' : '姓名'}
        value={draft.title}
        maxLength={100}
        placeholder={isCompany ? '营业执照上的全称' : '发票抬头'}
        error={faults.title}
        onInput={(title) => onChange({ title })}
      />
      {isCompany && (
        <Field
          label="税号"
          value={draft.taxNumber}
          maxLength={24}
          placeholder="统一社会信用代码"
          error={faults.taxNumber}
          onInput={(taxNumber) => onChange({ taxNumber })}
        />
      )}
      <Field
        label="邮箱"
        value={draft.email}
        maxLength={100}
        placeholder="选填，电子发票发到这里"
        error={faults.email}
        onInput={(email) => onChange({ email })}
      />
    </Card>
  )
}
