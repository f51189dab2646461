import type { CartView } from '@contract/cart'

export interface Wanted {
  readonly skuId: string
  readonly quantity: number
}

const MOST_LINES = 50

/** `skuId:2,skuId:1` from the page's address; what is malformed is left out. */
export function parseWanted(text: string): Wanted[] {
  const found = text.split(',').flatMap((part) => {
    const [skuId = '', digits = ''] = part.split(':')
    const quantity = Number(digits)
    return /^[0-9a-f-]{36}$/i.test(skuId) && Number.isInteger(quantity) && quantity > 0 && quantity <= 999
      ? [{ skuId, quantity }]
      : []
  })
  return found.slice(0, MOST_LINES)
}

/** What is ticked in the cart and can be had as it stands. */
export const chosenIn = (cart: CartView): Wanted[] =>
  cart.lines
    .filter((line) => line.isChosen && line.state === 'ok')
    .map(({ skuId, quantity }) => ({ skuId, quantity }))

export const wantedText = (lines: readonly Wanted[]): string =>
  lines.map(({ skuId, quantity }) => `${skuId}:${quantity}`).join(',')
