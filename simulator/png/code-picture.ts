import { createHash } from 'node:crypto'
import { encodePng, pngText } from './png'

export interface CodeLook {
  /** Pixels a side. */
  readonly size: number
  readonly color: readonly [red: number, green: number, blue: number]
  readonly isTransparent: boolean
}

const RAYS = 64
const RINGS = 4
/** Each pixel is looked at in 2 × 2 places, which gives five shades. */
const SAMPLES = [0.25, 0.75]

/** Radii are parts of half the side: a disc in the middle, then rings of short rays, one ray per bit. */
function isInk(bits: Buffer, x: number, y: number): boolean {
  const radius = Math.hypot(x, y)
  if (radius < 0.3) return radius < 0.22 || radius > 0.27
  if (radius > 0.94) return false
  const ring = Math.floor(((radius - 0.34) / 0.6) * RINGS)
  const depth = ((radius - 0.34) / 0.6) * RINGS - ring
  const turn = ((Math.atan2(y, x) / (2 * Math.PI) + 1) % 1) * RAYS
  const ray = Math.floor(turn)
  const bit = ring * RAYS + ray
  const isSet = ((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1
  // A ray keeps its width in pixels, whatever its distance from the middle.
  return radius > 0.34 && isSet === 1 && depth < 0.9 && Math.abs(turn - ray - 0.5) * radius < 0.2
}

/**
 * Draws a mini-program code of our own: like WeChat's a disc with rays, but no phone can scan it.
 * The rays are the hash of the code's id, and the id itself stands in the picture's text.
 */
export function drawCode(id: string, { size, color, isTransparent }: CodeLook): Buffer {
  const bits = createHash('sha256').update(id).digest()
  const pixels = new Uint8Array(size * size)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      for (const dy of SAMPLES)
        for (const dx of SAMPLES)
          if (isInk(bits, ((x + dx) / size) * 2 - 1, ((y + dy) / size) * 2 - 1)) pixels[y * size + x]! += 1
  const palette = [0, 1, 2, 3, 4].map((shade) => {
    const mix = (ink: number) => Math.round(isTransparent ? ink : 255 + ((ink - 255) * shade) / 4)
    const alpha = isTransparent ? Math.round((255 * shade) / 4) : 255
    return [mix(color[0]), mix(color[1]), mix(color[2]), alpha] as const
  })
  const text = { Code: id, Comment: 'Simulated mini-program code; WeChat cannot scan it' }
  return encodePng({ size, pixels, palette, text })
}

/** Which code a picture shows, or null where it shows none. */
export const codeIn = (picture: Buffer): string | null => pngText(picture, 'Code')
