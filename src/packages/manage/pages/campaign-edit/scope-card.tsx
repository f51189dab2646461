import type { CouponScope } from '@contract/campaign'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCategories } from '../../../../features/home/use-home'
import { Button } from '../../../../ui/button'
import { Card } from '../../../../ui/card'
import { ChoiceField } from './choice-field'
import { ProductPicker } from './product-picker'
import './scope-card.scss'

interface Props {
  readonly scope: CouponScope
  readonly onChange: (scope: CouponScope) => void
  readonly error: string | null
}

const KINDS = [
  { key: 'all', text: '全店' },
  { key: 'categories', text: '按分类' },
  { key: 'products', text: '按商品' },
] as const

const BLANK: Readonly<Record<CouponScope['kind'], CouponScope>> = {
  all: { kind: 'all' },
  categories: { kind: 'categories', categoryIds: [] },
  products: { kind: 'products', productIds: [] },
}

/** What the coupons may be spent on. */
export function ScopeCard({ scope, onChange, error }: Props) {
  const [isPicking, setPicking] = useState(false)
  const categories = useCategories()
  const shelves = categories.status === 'ready' ? categories.value.items : []
  const turn = (id: string) => {
    if (scope.kind !== 'categories') return
    const { categoryIds } = scope
    const next = categoryIds.includes(id) ? categoryIds.filter((it) => it !== id) : [...categoryIds, id]
    onChange({ kind: 'categories', categoryIds: next })
  }
  return (
    <Card isFlush title="适用范围">
      <ChoiceField
        label="范围"
        options={KINDS}
        chosen={[scope.kind]}
        onTap={(kind) => kind !== scope.kind && onChange(BLANK[kind as CouponScope['kind']])}
        error={scope.kind === 'categories' ? null : error}
      />
      {scope.kind === 'categories' && (
        <ChoiceField
          label="分类"
          options={shelves.map(({ id, name }) => ({ key: id, text: name }))}
          chosen={scope.categoryIds}
          onTap={turn}
          error={error}
        />
      )}
      {scope.kind === 'products' && (
        <View className="scope-card__products">
          已选 {scope.productIds.length} 件商品
          <Button kind="tint" size="small" onTap={() => setPicking(true)}>
            选择商品
          </Button>
        </View>
      )}
      {scope.kind === 'products' && (
        <ProductPicker
          isOpen={isPicking}
          chosen={scope.productIds}
          onChange={(productIds) => onChange({ kind: 'products', productIds: [...productIds] })}
          onClose={() => setPicking(false)}
        />
      )}
    </Card>
  )
}
