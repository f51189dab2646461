import type { FreightRow } from '@contract/freight'
import { fen, parseYuan, yuanText } from '@domain/money'
import { freightFaultText, readFreightTable } from '@domain/pricing/freight-table'
import { ok, type Result, refuse } from '@domain/result'
import { stringify } from 'csv-stringify/sync'
import type { Fault } from '../catalogue/file/columns'
import { readTable } from '../catalogue/file/read-table'

/**
 * The file of freight: `areas` are provinces or area codes separated by blanks, one row is `其他` for all the rest; `fee`
 * is in yuan or `不配送`; `free_over` is the sum of goods in yuan from which it is free, empty for never.
 */
export const FREIGHT_COLUMNS = ['areas', 'fee', 'free_over'] as const
const NOT_DELIVERED = '不配送'

/** Rows of a freight file, each fault with its line. */
export function readFreightFile(bytes: Uint8Array): Result<FreightRow[], Fault[]> {
  const table = readTable(bytes, FREIGHT_COLUMNS)
  if (!table.ok) return table
  const faults: Fault[] = []
  const rows = table.value.map(({ line, cells }) => {
    const fault = (column: string, reason: string) => faults.push({ line, column, reason })
    const areas = cells.areas.split(/[\s、，]+/).filter((area) => area !== '')
    if (areas.length === 0) fault('areas', 'name at least one province, or 其他')
    const delivers = cells.fee.trim() !== NOT_DELIVERED
    const fee = delivers ? parseYuan(cells.fee) : ok(fen(0))
    if (!fee.ok) fault('fee', `must be yuan such as 8.00, or ${NOT_DELIVERED}`)
    const over = cells.free_over.trim() === '' ? ok(null) : parseYuan(cells.free_over)
    if (!over.ok) fault('free_over', 'must be yuan such as 59.00, or empty')
    return {
      areas,
      delivers,
      feeFen: fee.ok ? fee.value : fen(0),
      freeOverFen: over.ok ? over.value : null,
    }
  })
  if (faults.length > 0) return refuse(faults)
  const read = readFreightTable(rows)
  if (read.ok) return ok(rows)
  const line = read.error.row === null ? 1 : (table.value[read.error.row]?.line ?? 1)
  return refuse([
    { line, column: read.error.row === null ? null : 'areas', reason: freightFaultText(read.error) },
  ])
}

/** The freight table as a file that reads back as the same table. */
export const writeFreightFile = (rows: readonly FreightRow[]): string =>
  stringify([
    [...FREIGHT_COLUMNS],
    ...rows.map(({ areas, delivers, feeFen, freeOverFen }) => [
      areas.join(' '),
      delivers ? yuanText(fen(feeFen)) : NOT_DELIVERED,
      freeOverFen === null ? '' : yuanText(fen(freeOverFen)),
    ]),
  ])
