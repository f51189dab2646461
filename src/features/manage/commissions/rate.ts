/** A rate in basis points as payroll writes it: `2%`, `2.5%`, `0.25%`. */
export const rateText = (bps: number): string => `${bps / 100}%`

/** Percent as typed into basis points; null where it is none between 0 and 100 with at most two decimals. */
export function bpsOf(text: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!found) return null
  const bps = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return bps <= 10_000 ? bps : null
}
