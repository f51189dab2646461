import { useState } from 'react'
import { usePageEnd } from '../../platform/page'

/** Two columns of six: a little more than a screen. */
const CHUNK = 12

/**
 * Shows a long list a screenful at a time, so that no single update to the page grows with the list. `identity`
 * names the list: another one starts from its first chunk.
 */
export function useChunks<T>(
  items: readonly T[],
  identity: string,
): { readonly shown: readonly T[]; readonly isAll: boolean } {
  const [seen, setSeen] = useState({ identity, count: CHUNK })
  const count = seen.identity === identity ? seen.count : CHUNK
  usePageEnd(() => {
    if (count < items.length) setSeen({ identity, count: count + CHUNK })
  })
  return { shown: items.slice(0, count), isAll: count >= items.length }
}
