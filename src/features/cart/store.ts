import { create } from 'zustand'

interface CartState {
  /** Pieces in the cart that can still be had; null until the server was asked. */
  readonly count: number | null
}

export const useCart = create<CartState>()(() => ({ count: null }))

export const selectCount = (s: CartState): number => s.count ?? 0
