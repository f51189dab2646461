import type { ProductView, SkuView } from '@contract/catalogue'

/** What was chosen so far: a value for each specification name. */
export type Choice = Readonly<Record<string, string>>
type Specs = Pick<ProductView, 'specNames' | 'skus'>

const canBeHad = (sku: SkuView): boolean => sku.isOnSale && sku.available > 0

const fits = (sku: SkuView, choice: Choice): boolean =>
  Object.entries(choice).every(([name, value]) => sku.spec[name] === value)

/** Every value of one specification in shop order; withdrawn SKUs bring none. */
export function valuesOf({ skus }: Specs, name: string): string[] {
  const values = skus.filter((sku) => sku.isOnSale).map((sku) => sku.spec[name] ?? '')
  return [...new Set(values)].filter((value) => value !== '')
}

/** Whether a value can be had together with what is chosen of the other specifications. */
export function isOut({ skus }: Specs, choice: Choice, name: string, value: string): boolean {
  const wanted = { ...choice, [name]: value }
  return !skus.some((sku) => canBeHad(sku) && fits(sku, wanted))
}

/**
 * Takes a value. Where the rest of the choice cannot be had with it, the rest gives way to the cheapest SKU that
 * has it; null where nothing in stock has it.
 */
export function choose(specs: Specs, choice: Choice, name: string, value: string): Choice | null {
  const wanted = { ...choice, [name]: value }
  if (specs.skus.some((sku) => canBeHad(sku) && fits(sku, wanted))) return wanted
  return cheapest(specs.skus.filter((sku) => canBeHad(sku) && sku.spec[name] === value))?.spec ?? null
}

/** The one SKU a complete choice names; null while something is open, or where there is no such SKU. */
export function chosenSku({ specNames, skus }: Specs, choice: Choice): SkuView | null {
  if (specNames.some((name) => choice[name] === undefined)) return null
  return skus.find((sku) => sku.isOnSale && fits(sku, choice)) ?? null
}

/** Where a visitor starts: the cheapest SKU in stock, which is the price the list showed. */
export const firstChoice = ({ skus }: Specs): Choice => cheapest(skus.filter(canBeHad))?.spec ?? {}

const cheapest = (skus: readonly SkuView[]): SkuView | undefined =>
  skus.reduce<SkuView | undefined>(
    (best, sku) => (best && best.priceFen <= sku.priceFen ? best : sku),
    undefined,
  )

/** The largest number one order may hold of a SKU; the contract's bound where nothing else limits it. */
export const mostOf = (sku: SkuView): number => Math.min(sku.available, sku.limitPerOrder ?? 999, 999)

/** `5斤装 · 大果`, in the order in which the product asks. */
export const choiceText = ({ specNames }: Pick<Specs, 'specNames'>, choice: Choice): string =>
  specNames.flatMap((name) => choice[name] ?? []).join(' · ')
