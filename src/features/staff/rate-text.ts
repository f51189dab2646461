/** A rate of basis points as it is read: `14%`, below ten `3.5%`; without a denominator there is none: `—`. */
export function rateText(bps: number | null): string {
  if (bps === null) return '—'
  const percent = bps / 100
  return `${percent >= 10 || bps % 100 === 0 ? Math.round(percent) : percent.toFixed(1)}%`
}

/** The share of one count in another, in basis points; null where there is nothing to divide by. */
export const bpsOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole)
