import type { Range } from '@contract/staff'

export const RANGES: readonly { readonly key: Range; readonly text: string }[] = [
  { key: 'today', text: '今日' },
  { key: '7d', text: '近7天' },
  { key: '30d', text: '近30天' },
]

export const rangeText = (range: Range): string => RANGES.find(({ key }) => key === range)?.text ?? ''

/** A range as a page was given it; null for anything else. */
export const readRange = (text: string | undefined): Range | null =>
  RANGES.find(({ key }) => key === text)?.key ?? null
