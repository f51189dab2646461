import { ok, type Result, refuse } from '@domain/result'
import { CsvError, parse } from 'csv-parse/sync'
import type { Fault, Row } from './columns'

interface Record_ {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

/** Rows of a file of these columns with the lines they begin at, or what keeps it from being read as a table at all. */
export function readTable<C extends string>(
  bytes: Uint8Array,
  columns: readonly C[],
): Result<Row<C>[], Fault[]> {
  const text = decode(bytes)
  if (text === null) {
    return refuse([{ line: 1, column: null, reason: 'the file is not UTF-8; save it as "CSV UTF-8"' }])
  }
  const parsed = parseCsv(text)
  if (!parsed.ok) return refuse([parsed.error])
  const [header, ...records] = parsed.value
  if (!header) return refuse([{ line: 1, column: null, reason: 'the file is empty' }])
  const names = header.cells.map((name) => name.trim())
  const faults = headerFaults(names, columns)
  if (faults.length > 0) return refuse(faults)
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const misshapen = filled.filter(({ cells }) => cells.length !== names.length)
  if (misshapen.length > 0) {
    return refuse(
      misshapen.map(({ line, cells }) => ({
        line,
        column: null,
        reason: `the row has ${cells.length} fields, the header ${names.length}; quote fields that hold commas`,
      })),
    )
  }
  return ok(filled.map(({ line, cells }) => ({ line, cells: named<C>(names, cells) })))
}

function decode(bytes: Uint8Array): string | null {
  try {
    // The byte order mark is taken off by the decoder; line ends become one, so that lines count as editors count.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

interface Raw {
  readonly line: number
  readonly cells: string[]
}

const OPTIONS = { relax_column_count: true, skip_empty_lines: true, info: true } as const

function parseCsv(text: string): Result<Raw[], Fault> {
  try {
    const records = parse(text, OPTIONS) as unknown as Record_[]
    return ok(records.map(({ record, info }) => ({ line: info.lines - lineBreaks(record), cells: record })))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(csvFault(text, error))
  }
}

const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)

function csvFault(text: string, error: CsvError): Fault {
  const line = Number(error.lines)
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') {
    return { line, column: null, reason: 'a quote stands where none may; write quotes inside a field twice' }
  }
  // The parser only knows the end of the file; the row that never closes begins after the last good one.
  const good = parse(text, { ...OPTIONS, to: Number(error.records) }) as unknown as Record_[]
  const begins = Number(error.records) === 0 ? 1 : (good.at(-1)?.info.lines ?? 0) + 1
  return { line: begins, column: null, reason: 'a quoted field that begins here is never closed' }
}

function headerFaults(names: readonly string[], known: readonly string[]): Fault[] {
  const at = (reason: string) => ({ line: 1, column: null, reason })
  return [
    ...known.filter((name) => !names.includes(name)).map((name) => at(`column ${name} is missing`)),
    ...names
      .filter((name) => !known.includes(name))
      .map((name) => at(name === '' ? 'a column has no name' : `column ${name} is unknown`)),
    ...names
      .filter((name, i) => known.includes(name) && names.indexOf(name) !== i)
      .map((name) => at(`column ${name} stands twice`)),
  ]
}

function named<C extends string>(names: readonly string[], cells: readonly string[]): Record<C, string> {
  const pairs = names.map((name, i) => [name, (cells[i] ?? '').trim()])
  return Object.fromEntries(pairs) as Record<C, string> // The header was checked to hold every column.
}
