import { ok } from '@domain/result'
import { useState } from 'react'
import { readCart } from '../../../../features/cart/actions'
import { chosenIn, parseWanted, type Wanted } from '../../../../features/checkout/wanted'
import { useRouterParams } from '../../../../platform/page'
import { type Query, useQuery } from '../../../../platform/use-query'

let visits = 0

/** What this visit is about: the lines named in the page's address, else what is ticked in the cart when it opens. */
export function useWanted(): Query<Wanted[]> {
  const { lines } = useRouterParams()
  const [visit] = useState(() => {
    visits += 1
    return `checkout.${visits}`
  })
  return useQuery(
    visit,
    async () => {
      if (lines) return ok(parseWanted(lines))
      const cart = await readCart()
      return cart.ok ? ok(chosenIn(cart.value)) : cart
    },
    { isEmpty: (wanted) => wanted.length === 0 },
  )
}
