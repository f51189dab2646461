import type { AfterSaleKind } from '@contract/after-sale'
import { REFUND_REASONS } from '@domain/after-sale/reasons'
import { Textarea, View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { cls } from '../../ui/cls'
import type { Reason, RefundDraft } from './draft'
import { KIND_WORDS } from './words'
import './why-card.scss'

interface Props {
  readonly draft: RefundDraft
  readonly reasons: readonly Reason[]
  readonly onChange: (change: Partial<RefundDraft>) => void
}

const KINDS: readonly { readonly kind: AfterSaleKind; readonly note: string }[] = [
  { kind: 'return', note: '已收到，要退回商品' },
  { kind: 'refund', note: '没收到，或不用寄回' },
]

/** Whether the goods come back too: only once they have left the shop. */
export function KindCard({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  return (
    <Card title="怎么退">
      <View className="why__kinds">
        {KINDS.map(({ kind, note }) => (
          <View
            key={kind}
            className={cls('why__kind', `why__kind--${kind}`, draft.kind === kind && 'why__kind--chosen')}
            hoverClass="why__kind--pressed"
            ariaRole="radio"
            onClick={() => onChange({ kind })}
          >
            <View className="why__kind-name">{KIND_WORDS[kind]}</View>
            <View className="why__kind-note">{note}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}

/** Why, by one tap, and a few words where somebody wants to add them. */
export function WhyCard({ draft, reasons, onChange }: Props) {
  return (
    <Card title="原因">
      <View className="why__reasons">
        {reasons.map((reason) => (
          <Chip key={reason} isChosen={draft.reason === reason} onTap={() => onChange({ reason })}>
            {REFUND_REASONS[reason]}
          </Chip>
        ))}
      </View>
      <Textarea
        className="why__note"
        value={draft.note}
        maxlength={200}
        autoHeight
        disableDefaultPadding
        placeholder="想补充的话，选填"
        placeholderClass="field__placeholder"
        onInput={(event) => onChange({ note: event.detail.value })}
      />
    </Card>
  )
}
