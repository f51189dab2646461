import type { UnitOf } from '../order/refund'
import { ok, type Result, refuse } from '../result'

export interface LineOf {
  readonly lineId: string
  readonly quantity: number
}

export type ChooseError =
  | { readonly code: 'refund.nothing_left' }
  | { readonly code: 'refund.unknown_line'; readonly lineId: string }
  | { readonly code: 'refund.too_many_units'; readonly lineId: string; readonly left: number }

/** The units of each line nobody has spoken for, by number: what may still be given back, in the order it is taken. */
export function unitsLeft(lines: readonly LineOf[], spokenFor: readonly UnitOf[]): Map<string, number[]> {
  const gone = new Set(spokenFor.map(({ lineId, unit }) => `${lineId}#${unit}`))
  return new Map(
    lines.map(({ lineId, quantity }) => [
      lineId,
      Array.from({ length: quantity }, (_, unit) => unit).filter((unit) => !gone.has(`${lineId}#${unit}`)),
    ]),
  )
}

/** Where an order's pieces are, and whether those asked about will be sent back. */
export interface Whereabouts {
  readonly sent: readonly UnitOf[]
  readonly comesBack: boolean
}

/**
 * The very units for so many pieces of each line; all that is left where nothing is said. Of pieces that are alike,
 * one that never left is given back before one that was sent, else the shop would send it all the same; only what is
 * to be sent back is taken from those that were sent.
 */
export function chooseUnits(
  lines: readonly LineOf[],
  spokenFor: readonly UnitOf[],
  { sent, comesBack }: Whereabouts,
  wanted?: readonly LineOf[],
): Result<UnitOf[], ChooseError> {
  const away = new Set(sent.map(({ lineId, unit }) => `${lineId}#${unit}`))
  const left = new Map(
    [...unitsLeft(lines, spokenFor)].map(([lineId, units]) => {
      const isFirst = (unit: number) => away.has(`${lineId}#${unit}`) === comesBack
      return [lineId, [...units.filter(isFirst), ...units.filter((unit) => !isFirst(unit))]]
    }),
  )
  const all = [...left].map(([lineId, units]) => ({ lineId, quantity: units.length }))
  const pieces = new Map<string, number>()
  for (const { lineId, quantity } of wanted ?? all) {
    const units = left.get(lineId)
    if (!units) return refuse({ code: 'refund.unknown_line', lineId })
    const sum = (pieces.get(lineId) ?? 0) + quantity
    if (sum > units.length) return refuse({ code: 'refund.too_many_units', lineId, left: units.length })
    pieces.set(lineId, sum)
  }
  const units = [...pieces].flatMap(([lineId, quantity]) =>
    left
      .get(lineId)!
      .slice(0, quantity)
      .map((unit) => ({ lineId, unit })),
  )
  return units.length > 0 ? ok(units) : refuse({ code: 'refund.nothing_left' })
}
