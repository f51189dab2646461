import { type Ground, shadow } from '../kit/scene'
import { join, type Svg } from '../kit/svg'

/** A product's drawing on the 750 square: things stand on the ground at about y = 610. */
export type Drawing = { readonly ground: Ground; readonly art: Svg }

/** Drawings by picture name: a product code, or a SKU code where the SKU looks different. */
export type Drawings = Readonly<Record<string, Drawing>>

export const on = (ground: Ground, ...parts: readonly Svg[]): Drawing => ({ ground, art: join(...parts) })

/** Things in a row from back to front, each with its own shadow: `[x, foot y, shadow half-width, piece]`. */
export const standing = (...things: readonly (readonly [number, number, number, Svg])[]): Svg =>
  join(...things.flatMap(([x, y, half, piece]) => [shadow(x, y, half), piece]))
