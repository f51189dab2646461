import type { Fault } from '../../server/modules/catalogue/file/columns'

const SHOWN = 50

/** What is wrong with a file, one line each as editors link them, the first fifty. */
export function faultLines(file: string, faults: readonly Fault[]): string[] {
  const lines = faults
    .slice(0, SHOWN)
    .map(({ line, column, reason }) => `${file}:${line}${column === null ? '' : ` ${column}`}: ${reason}`)
  const rest = faults.length - lines.length
  const total = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  return [...lines, ...(rest > 0 ? [`… and ${rest} more`] : []), `${total} in ${file}; nothing was changed.`]
}
