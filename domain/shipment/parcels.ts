import { ok, type Result, refuse } from '../result'
import { HOUR_MS } from '../shop-time'

/** WeChat splits one payment into no more parcels than this. */
export const MAX_PARCELS = 10

/** WeChat asks that paid goods have left the house by then. */
export const SHIP_WITHIN_MS = 48 * HOUR_MS

export const shipBy = (paidAt: number): number => paidAt + SHIP_WITHIN_MS
export const isOverdue = (paidAt: number, nowMs: number): boolean => nowMs >= shipBy(paidAt)

/** Pieces of one line; units count from 0. */
export interface LineUnits {
  readonly lineId: string
  readonly unitNumbers: readonly number[]
}

export interface PackedOrder {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[]
  /** What is in parcels already. */
  readonly sent: readonly LineUnits[]
  /** What was given back, or is being given back: it stays in the house. */
  readonly gone: readonly LineUnits[]
}

/** A parcel as it is asked for; without lines it takes everything that is left. */
export interface WantedParcel {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null
}

export type PackError =
  | { readonly code: 'parcel.too_many'; readonly max: number }
  | { readonly code: 'parcel.nothing_left' }
  | { readonly code: 'parcel.units_refused'; readonly lineId: string; readonly toShip: number }

const unitsOf = (sets: readonly LineUnits[], lineId: string): ReadonlySet<number> =>
  new Set(sets.filter((set) => set.lineId === lineId).flatMap((set) => set.unitNumbers))

/** The units of each line that are paid for and neither sent nor given back. */
export function unitsToShip({ lines, sent, gone }: PackedOrder): LineUnits[] {
  return lines.map(({ lineId, quantity }) => {
    const taken = [unitsOf(sent, lineId), unitsOf(gone, lineId)]
    const unitNumbers = Array.from({ length: quantity }, (_, unit) => unit).filter(
      (unit) => !taken.some((set) => set.has(unit)),
    )
    return { lineId, unitNumbers }
  })
}

export const countUnits = (sets: readonly LineUnits[]): number =>
  sets.reduce((sum, { unitNumbers }) => sum + unitNumbers.length, 0)

/** Which units go into each of the wanted parcels, the lowest numbers first. All of them or none. */
export function pack(
  order: PackedOrder,
  wanted: readonly WantedParcel[],
  parcelsBefore: number,
): Result<LineUnits[][], PackError> {
  if (parcelsBefore + wanted.length > MAX_PARCELS)
    return refuse({ code: 'parcel.too_many', max: MAX_PARCELS })
  const left = new Map(unitsToShip(order).map(({ lineId, unitNumbers }) => [lineId, [...unitNumbers]]))
  const packed: LineUnits[][] = []
  for (const { lines } of wanted) {
    const all = [...left].map(([lineId, units]) => ({ lineId, quantity: units.length }))
    const parcel: LineUnits[] = []
    for (const { lineId, quantity } of lines === null ? all : merged(lines)) {
      const units = left.get(lineId) ?? []
      if (units.length < quantity)
        return refuse({ code: 'parcel.units_refused', lineId, toShip: units.length })
      if (quantity > 0) parcel.push({ lineId, unitNumbers: units.splice(0, quantity) })
    }
    if (parcel.length === 0) return refuse({ code: 'parcel.nothing_left' })
    packed.push(parcel)
  }
  return ok(packed)
}

/** A line named twice in one parcel is one line. */
function merged(lines: NonNullable<WantedParcel['lines']>): { lineId: string; quantity: number }[] {
  const sums = new Map<string, number>()
  for (const { lineId, quantity } of lines) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity)
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }))
}
