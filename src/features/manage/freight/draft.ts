import type { FreightRow } from '@contract/freight'
import { yuanText } from '../../../ui/yuan'

/** Stands for every place no other row names. */
export const ELSEWHERE = '其他'

/** One row as it is filled in: amounts are what was typed. */
export interface RowDraft {
  readonly areas: readonly string[]
  readonly delivers: boolean
  readonly fee: string
  /** Empty: never free. */
  readonly freeOver: string
}

export type RowFaults = Partial<Record<'areas' | 'fee' | 'freeOver', string>>

export const EMPTY_ROW: RowDraft = { areas: [], delivers: true, fee: '', freeOver: '' }

const typed = (fen: number) => yuanText(fen).slice(1)

export const draftOf = ({ areas, delivers, feeFen, freeOverFen }: FreightRow): RowDraft => ({
  areas,
  delivers,
  fee: typed(feeFen),
  freeOver: freeOverFen === null ? '' : typed(freeOverFen),
})

/** Yuan as typed into fen; null where it is no amount with at most two decimals. */
export function fenOf(text: string): number | null {
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null
}

export function faultsOf({ areas, delivers, fee, freeOver }: RowDraft): RowFaults {
  const faults: RowFaults = {}
  if (areas.length === 0) faults.areas = '请选择地区'
  if (delivers && fenOf(fee) === null) faults.fee = '请填写运费，比如 8 或 8.5'
  if (delivers && freeOver.trim() && fenOf(freeOver) === null) faults.freeOver = '请填写金额，或留空'
  return faults
}

/** The draft as the shop takes it; call with a draft without faults. */
export const rowOf = ({ areas, delivers, fee, freeOver }: RowDraft): FreightRow => ({
  areas: [...areas],
  delivers,
  feeFen: delivers ? (fenOf(fee) ?? 0) : 0,
  freeOverFen: delivers && freeOver.trim() ? fenOf(freeOver) : null,
})

/** A row in one line, as a manager would say it. */
export function rowText({ delivers, feeFen, freeOverFen }: FreightRow): string {
  if (!delivers) return '不配送'
  if (feeFen === 0) return '包邮'
  return freeOverFen === null
    ? `运费 ${yuanText(feeFen)}`
    : `运费 ${yuanText(feeFen)}，满 ${yuanText(freeOverFen)} 免运费`
}
