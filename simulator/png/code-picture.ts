import { createHash } from 'node:crypto'
import { encodePng, pngText } from './png'

export interface CodeLook {
  /** Pixels a side. */
  readonly size: number
  readonly color: readonly [red: number, green: number, blue: number]
  readonly isTransparent: boolean
}

const { abs, atan2, floor, PI, round, sqrt } = Math
const RAYS = 64
const RINGS = 4
/** Radii are parts of half the side: a disc in the middle, then rings of short rays, one ray per bit. */
const INNER = 0.34
const OUTER = 0.94
/** Each pixel is looked at in 2 × 2 places, which gives five shades. */
const GRAIN = 2

function isInk(bits: Buffer, x: number, y: number): boolean {
  const radius = sqrt(x * x + y * y)
  if (radius < INNER) return radius < 0.22 || (radius > 0.27 && radius < 0.3)
  if (radius >= OUTER) return false
  const way = ((radius - INNER) / (OUTER - INNER)) * RINGS
  const ring = floor(way)
  if (way - ring > 0.9) return false
  const turn = ((atan2(y, x) / (2 * PI) + 1) % 1) * RAYS
  const ray = floor(turn)
  const bit = ring * RAYS + ray
  if ((((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) return false
  // A ray keeps its width in pixels, whatever its distance from the middle.
  return abs(turn - ray - 0.5) * radius < 0.2
}

/** How many of its places are ink, for each pixel, row by row. */
function shades(bits: Buffer, size: number): Uint8Array {
  const pixels = new Uint8Array(size * size)
  const fine = size * GRAIN
  for (let y = 0; y < fine; y++)
    for (let x = 0; x < fine; x++)
      if (isInk(bits, ((x + 0.5) / fine) * 2 - 1, ((y + 0.5) / fine) * 2 - 1))
        pixels[floor(y / GRAIN) * size + floor(x / GRAIN)]! += 1
  return pixels
}

/**
 * Draws a mini-program code of our own: like WeChat's a disc with rays, but no phone can scan it.
 * The rays are the hash of the code's id, and the id itself stands in the picture's text.
 */
export function drawCode(id: string, { size, color, isTransparent }: CodeLook): Buffer {
  const bits = createHash('sha256').update(id).digest()
  const pixels = shades(bits, size)
  const palette = [0, 1, 2, 3, 4].map((shade) => {
    const mix = (ink: number) => round(isTransparent ? ink : 255 + ((ink - 255) * shade) / 4)
    const alpha = isTransparent ? round((255 * shade) / 4) : 255
    return [mix(color[0]), mix(color[1]), mix(color[2]), alpha] as const
  })
  const text = { Code: id, Comment: 'Simulated mini-program code; WeChat cannot scan it' }
  return encodePng({ size, pixels, palette, text })
}

/** Which code a picture shows, or null where it shows none. */
export const codeIn = (picture: Buffer): string | null => pngText(picture, 'Code')
