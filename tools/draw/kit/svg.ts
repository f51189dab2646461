import type { Colour } from './colour'

/** A piece of SVG text. Pieces are pure: definitions they need travel with them, named by their content. */
export type Svg = string

/** A number as SVG wants it: at most two decimals. */
export const num = (value: number): string => String(Math.round(value * 100) / 100)

/** Names a definition by its content, so that equal definitions may repeat and different ones never clash. */
function nameOf(content: string): string {
  let hash = 2166136261
  for (let i = 0; i < content.length; i++) hash = Math.imul(hash ^ content.charCodeAt(i), 16777619)
  return `d${(hash >>> 0).toString(36)}${content.length.toString(36)}`
}

/** Pieces on top of each other, the last in front. */
export const join = (...parts: readonly Svg[]): Svg => parts.join('')

/** Moves, turns (degrees) and scales a piece about its own origin. */
export function at(x: number, y: number, piece: Svg, turn = 0, scale = 1, scaleY = scale): Svg {
  const turned = turn === 0 ? '' : ` rotate(${num(turn)})`
  const scaled = scale === 1 && scaleY === 1 ? '' : ` scale(${num(scale)} ${num(scaleY)})`
  return `<g transform="translate(${num(x)} ${num(y)})${turned}${scaled}">${piece}</g>`
}

/** Paints a path with one colour or paint reference. */
export const fill = (d: string, paint: Colour, opacity = 1): Svg =>
  `<path d="${d}" fill="${paint}"${opacity < 1 ? ` opacity="${num(opacity)}"` : ''}/>`

/** Draws a line along a path, with round ends. */
export const line = (d: string, colour: Colour, width: number, opacity = 1): Svg =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${num(width)}" stroke-linecap="round" stroke-linejoin="round"${
    opacity < 1 ? ` opacity="${num(opacity)}"` : ''
  }/>`

/** The path of an ellipse. */
export const oval = (x: number, y: number, rx: number, ry = rx): string =>
  `M${num(x - rx)} ${num(y)}a${num(rx)} ${num(ry)} 0 1 1 ${num(rx * 2)} 0a${num(rx)} ${num(ry)} 0 1 1 ${num(-rx * 2)} 0Z`

/** The path of a rectangle with round corners. */
export function slab(x: number, y: number, w: number, h: number, r = 0): string {
  const k = Math.min(r, w / 2, h / 2)
  const corner = (dx: number, dy: number) => `a${num(k)} ${num(k)} 0 0 1 ${num(dx)} ${num(dy)}`
  return `M${num(x + k)} ${num(y)}h${num(w - 2 * k)}${corner(k, k)}v${num(h - 2 * k)}${corner(-k, k)}h${num(
    2 * k - w,
  )}${corner(-k, -k)}v${num(2 * k - h)}${corner(k, -k)}Z`
}

/** Shows `piece` only inside the path `d`. */
export function clip(d: string, piece: Svg): Svg {
  const id = nameOf(`clip${d}`)
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${piece}</g>`
}

/** Softens a piece; `radius` is the blur's standard deviation. */
export function soft(radius: number, piece: Svg): Svg {
  const id = `b${num(radius).replace('.', '_')}`
  const filter = `<filter id="${id}" x="-80%" y="-80%" width="260%" height="260%"><feGaussianBlur stdDeviation="${num(radius)}"/></filter>`
  return `${filter}<g filter="url(#${id})">${piece}</g>`
}

/** A whole piece made see-through, 0–1. */
export const faded = (opacity: number, piece: Svg): Svg => `<g opacity="${num(opacity)}">${piece}</g>`

export type Stop = readonly [offset: number, colour: Colour, opacity?: number]

const stopsOf = (stops: readonly Stop[]): string =>
  stops
    .map(
      ([o, c, a]) =>
        `<stop offset="${num(o)}" stop-color="${c}"${a === undefined ? '' : ` stop-opacity="${num(a)}"`}/>`,
    )
    .join('')

/** Paints a path with a linear gradient across its box; corners as fractions of it. */
export function blend(
  d: string,
  stops: readonly Stop[],
  [x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 0, 1],
): Svg {
  const body = `x1="${num(x1)}" y1="${num(y1)}" x2="${num(x2)}" y2="${num(y2)}">${stopsOf(stops)}`
  const id = nameOf(`lin${body}`)
  return `<linearGradient id="${id}" ${body}</linearGradient>${fill(d, `url(#${id})`)}`
}

/** Paints a path with a radial gradient; centre and radius as fractions of its box. */
export function glow(
  d: string,
  stops: readonly Stop[],
  [cx, cy, r]: readonly [number, number, number] = [0.36, 0.3, 0.82],
): Svg {
  const body = `cx="${num(cx)}" cy="${num(cy)}" r="${num(r)}">${stopsOf(stops)}`
  const id = nameOf(`rad${body}`)
  return `<radialGradient id="${id}" ${body}</radialGradient>${fill(d, `url(#${id})`)}`
}

export type Lettering = {
  readonly size: number
  readonly colour: Colour
  readonly weight?: 400 | 500 | 700 | 900
  readonly face?: 'sans' | 'serif'
  readonly spacing?: number
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** Text set on one line, its middle at (x, y). */
export function words(x: number, y: number, text: string, style: Lettering): Svg {
  const face =
    style.face === 'serif'
      ? 'Noto Serif CJK SC, Songti SC, serif'
      : 'Noto Sans CJK SC, PingFang SC, sans-serif'
  return `<text x="${num(x)}" y="${num(y)}" font-family="${face}" font-size="${num(style.size)}" font-weight="${
    style.weight ?? 700
  }" fill="${style.colour}" text-anchor="${style.anchor ?? 'middle'}" dominant-baseline="central" letter-spacing="${num(
    style.spacing ?? 0,
  )}">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`
}

/** Text set downwards, one character below the other, as on a Chinese label. */
export const column = (x: number, y: number, text: string, style: Lettering): Svg =>
  [...text]
    .map((c, i) => words(x, y + i * style.size * (1.08 + (style.spacing ?? 0)), c, { ...style, spacing: 0 }))
    .join('')
