import type { Range } from '@contract/staff'
import { useState } from 'react'
import { serverNow } from '../../../platform/clock'
import { RANGES } from '../ranges'
import { type Span, spanOf } from '../span'

const ANY = 'any'

export interface SpanChoice {
  readonly tabs: readonly { readonly key: string; readonly text: string }[]
  readonly active: string
  readonly span: Span
  /** The named range; null where days were chosen by hand. */
  readonly range: Range | null
  readonly isAsking: boolean
  readonly onTab: (key: string) => void
  readonly ask: () => void
  readonly choose: (span: Span) => void
  readonly close: () => void
}

/** Which days a page of figures is about: a tab for each named range, and one that asks for any days. */
export function useSpan(first: Range = 'today'): SpanChoice {
  const [range, setRange] = useState<Range | null>(first)
  const [own, setOwn] = useState<Span | null>(null)
  const [isAsking, setAsking] = useState(false)
  const span = range === null && own ? own : spanOf(range ?? first, serverNow())
  return {
    tabs: [...RANGES, { key: ANY, text: '自选' }],
    active: range ?? ANY,
    span,
    range,
    isAsking,
    onTab: (key) => {
      if (key === ANY) setAsking(true)
      else setRange(key as Range)
    },
    ask: () => setAsking(true),
    choose: (chosen) => {
      setOwn(chosen)
      setRange(null)
      setAsking(false)
    },
    close: () => setAsking(false),
  }
}
