import type { MyData } from '@contract/privacy'
import { dayOf } from '@domain/shop-time'

/** The whole export as a file people and programs can read. */
export const exportText = (data: MyData): string => JSON.stringify(data, null, 2)

export const exportName = ({ exportedAt }: MyData): string => `群店-我的数据-${dayOf(exportedAt)}.json`

const MOST_CHARS = 120

/** One value on a screen; long ones are cut there and whole in the export. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text
}
