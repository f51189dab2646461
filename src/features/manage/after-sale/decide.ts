import { type Answer, call } from '../../../platform/request'
import type { Decision } from './decision-sheet'
import type { Deed } from './words'

type Decided = Answer<'POST /manage/after-sales/:id/approve'>

/** Carries a decision out. `grant` of a return lets the member keep the goods. */
export function decide(
  { id, kind }: { readonly id: string; readonly kind: 'refund' | 'return' },
  deed: Deed,
  { note, isShopAtFault, isRestocked }: Decision,
): Promise<Decided> {
  const params = { id }
  const said = note ? { note } : {}
  switch (deed) {
    case 'approve':
      return call('POST /manage/after-sales/:id/approve', { params, body: { isShopAtFault, ...said } })
    case 'grant': {
      const kept = kind === 'return' ? { mayKeepGoods: true } : {}
      return call('POST /manage/after-sales/:id/approve', {
        params,
        body: { isShopAtFault, ...kept, ...said },
      })
    }
    case 'refuse':
      return call('POST /manage/after-sales/:id/refuse', { params, body: { note } })
    case 'takeBack':
      return call('POST /manage/after-sales/:id/goods-back', { params, body: { isRestocked, isShopAtFault } })
    case 'pursue':
      return call('POST /manage/after-sales/:id/pursue', { params })
  }
}

export const NO_WORDS: Decision = { note: '', isShopAtFault: false, isRestocked: false }
