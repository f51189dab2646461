import type { ProductView, SkuView } from '@contract/catalogue'
import { useState } from 'react'
import { type Choice, choose, chosenSku, firstChoice, mostOf } from './choose'

export interface SkuChoice {
  readonly choice: Choice
  /** What is chosen and in stock; null where nothing is. */
  readonly sku: SkuView | null
  readonly quantity: number
  /** Answers false where nothing in stock has this value. */
  readonly take: (name: string, value: string) => boolean
  readonly setQuantity: (quantity: number) => void
}

const inStock = (sku: SkuView | null): SkuView | null => (sku && sku.available > 0 ? sku : null)

/** Which SKU of a product and how many: starts at the cheapest in stock, and stays true when stock changes. */
export function useSkuChoice(product: ProductView | null): SkuChoice {
  const [taken, setTaken] = useState<{ readonly productId: string; readonly choice: Choice } | null>(null)
  const [wished, setQuantity] = useState(1)
  const specs = product ?? { specNames: [], skus: [] }
  const kept = taken && taken.productId === product?.id ? taken.choice : null
  const choice = kept && inStock(chosenSku(specs, kept)) ? kept : firstChoice(specs)
  const sku = inStock(chosenSku(specs, choice))
  return {
    choice,
    sku,
    quantity: sku ? Math.max(1, Math.min(wished, mostOf(sku))) : 1,
    take: (name, value) => {
      const next = choose(specs, choice, name, value)
      if (product && next) setTaken({ productId: product.id, choice: next })
      return next !== null
    },
    setQuantity,
  }
}
