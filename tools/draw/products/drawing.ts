import type { Ground } from '../kit/scene'
import { join, type Svg } from '../kit/svg'

/** A product's drawing on the 750 square: things stand on the ground at about y = 610. */
export type Drawing = { readonly ground: Ground; readonly art: Svg }

/** Drawings by picture name: a product code, or a SKU code where the SKU looks different. */
export type Drawings = Readonly<Record<string, Drawing>>

/** A drawing on its ground, its parts from back to front. */
export const on = (ground: Ground, ...parts: readonly Svg[]): Drawing => ({ ground, art: join(...parts) })
