import type { Studio } from './browser'
import type { Svg } from './kit/svg'
import { num } from './kit/svg'

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Shadows and soft light stay below this opacity, things stand above it. */
const SOLID_ALPHA = 170
const MARGIN = 200
const SIZE = 288

/** The box of what is solid in a drawing, in the units of the 750 square. */
export async function solidBox(studio: Studio, art: Svg): Promise<Box> {
  const span = 750 + 2 * MARGIN
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="${-MARGIN} ${-MARGIN} ${span} ${span}">${art}</svg>`
  const data = await studio.pixels(svg, SIZE, SIZE)
  let [left, top, right, bottom] = [SIZE, SIZE, 0, 0]
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      if ((data[(y * SIZE + x) * 4 + 3] ?? 0) < SOLID_ALPHA) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  if (right <= left) throw new Error('nothing is drawn')
  const unit = span / SIZE
  return {
    x: left * unit - MARGIN,
    y: top * unit - MARGIN,
    w: (right - left) * unit,
    h: (bottom - top) * unit,
  }
}

/** Scales and moves a drawing so that its solid box sits in the middle of `room`, at most `most` times as large. */
export function fitted(art: Svg, box: Box, room: Box, most = 1.4): Svg {
  const scale = Math.min(room.w / box.w, room.h / box.h, most)
  const dx = room.x + room.w / 2 - (box.x + box.w / 2) * scale
  const dy = room.y + room.h / 2 - (box.y + box.h / 2) * scale
  return `<g transform="translate(${num(dx)} ${num(dy)}) scale(${Math.round(scale * 1000) / 1000})">${art}</g>`
}
