/**
 * The commission rate of a line in bps; null where none is recorded. A category's own rate goes before that of the
 * staff member, and 0 records none.
 */
export function commissionRate(staffBps: number, categoryBps: number | null): number | null {
  const bps = categoryBps ?? staffBps
  return bps > 0 ? bps : null
}
