import type { CampaignDetail } from '@contract/campaign'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { benefitText } from '../../../../features/coupon/words'
import { errorText } from '../../../../platform/error-text'
import { confirm, toast } from '../../../../platform/feedback'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Button } from '../../../../ui/button'
import { Field } from '../../../../ui/field'
import { Sheet } from '../../../../ui/sheet'
import { faultsIn } from '../campaign-edit/fault-words'

interface Props {
  readonly campaign: CampaignDetail
  readonly onClose: () => void
  readonly onChanged: (campaign: CampaignDetail) => void
}

const countOf = (text: string | undefined): number => Number((text ?? '').replace(/\D/g, '')) || 0

/** More copies: of all, of a tier with a stock of its own, or of what each group may claim. Only ever more. */
export function StockSheet({ campaign, onClose, onChanged }: Props) {
  const { id, input } = campaign
  const [adds, setAdds] = useState<Readonly<Record<string, string>>>({})
  const [fault, setFault] = useState<string | null>(null)
  const set = (name: string) => (text: string) => setAdds((before) => ({ ...before, [name]: text }))
  const total = countOf(adds.total)
  const perGroup = countOf(adds.group)
  const toTiers = input.tiers.flatMap((tier, place) => {
    const add = countOf(adds[`tier-${place + 1}`])
    return tier.stock !== null && add > 0 ? [{ rank: place + 1, add }] : []
  })
  const isNothing = total === 0 && perGroup === 0 && toTiers.length === 0

  const { isBusy, run } = useAction(async () => {
    const isSure = await confirm({ title: '加库存吗', text: '加了之后不能再减', yes: '加' })
    if (!isSure) return
    const answer = await call('POST /manage/campaigns/:id/stock', {
      params: { id },
      body: {
        ...(total > 0 && { addTotal: total }),
        ...(perGroup > 0 && { addPerGroup: perGroup }),
        ...(toTiers.length > 0 && { addToTiers: toTiers }),
      },
    })
    if (!answer.ok) {
      const [first] = faultsIn(answer.error) ?? []
      return setFault(first?.text ?? errorText(answer.error))
    }
    onChanged(answer.value)
    toast('已加', 'done')
    onClose()
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="加库存"
      foot={
        <Button
          isBlock
          isDisabled={isNothing}
          isLoading={isBusy}
          className="stock-sheet__add"
          onTap={() => void run()}
        >
          加库存
        </Button>
      }
    >
      <View>
        <Field
          label="总数加"
          value={adds.total ?? ''}
          type="number"
          maxLength={7}
          placeholder={`现在共 ${input.totalStock} 张`}
          onInput={set('total')}
          error={fault}
        />
        {input.stockPerGroup !== null && (
          <Field
            label="每群加"
            value={adds.group ?? ''}
            type="number"
            maxLength={7}
            placeholder={`现在每群 ${input.stockPerGroup} 张`}
            onInput={set('group')}
          />
        )}
        {input.tiers.map((tier, place) =>
          tier.stock === null ? null : (
            <Field
              key={benefitText(tier, input.slot)}
              label={benefitText(tier, input.slot)}
              value={adds[`tier-${place + 1}`] ?? ''}
              type="number"
              maxLength={7}
              placeholder={`现在 ${tier.stock} 张，加几张`}
              onInput={set(`tier-${place + 1}`)}
            />
          ),
        )}
      </View>
    </Sheet>
  )
}
