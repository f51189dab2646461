import type { Result } from '@domain/result'
import { useState } from 'react'
import { type Page, type Pages, usePages } from '../../features/staff/use-pages'
import type { ApiError } from '../../platform/http'

/** A list that grows, with the counts each answer brings along; they stay while another tab is asked for. */
export function useCounted<T, C>(
  key: string,
  fetchPage: (cursor: string | undefined) => Promise<Result<Page<T> & { readonly counts: C }, ApiError>>,
): { readonly pages: Pages<T>; readonly counts: C | null } {
  const [counts, setCounts] = useState<C | null>(null)
  const pages = usePages<T>(key, async (cursor) => {
    const answer = await fetchPage(cursor)
    if (answer.ok) setCounts(answer.value.counts)
    return answer
  })
  return { pages, counts }
}
