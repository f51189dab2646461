import { fill, join, line, num, type Svg } from '../kit/svg'

/** The tab bar's icons on a 48 grid, one stroke weight; a chosen tab is filled with a tint of its colour. */
const NORMAL = '#6B645B'
const CHOSEN = '#E5532D'
const STROKE = 2.6

type Glyph = {
  readonly body: string
  readonly strokes: readonly string[]
  readonly dots?: readonly (readonly [number, number])[]
}

const GLYPHS: Readonly<Record<string, Glyph>> = {
  home: {
    body: 'M9 21.5L22 9.8a3 3 0 0 1 4 0L39 21.5V36a4 4 0 0 1-4 4H13a4 4 0 0 1-4-4Z',
    strokes: ['M19 31.5q5 4 10 0'],
  },
  coupons: {
    body: 'M6 16a4 4 0 0 1 4-4h28a4 4 0 0 1 4 4v3.5a4.5 4.5 0 0 0 0 9V32a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4v-3.5a4.5 4.5 0 0 0 0-9Z',
    strokes: ['M19 18.5l5 5.5 5-5.5M24 24v7M19.5 26.5h9'],
  },
  cart: {
    body: 'M11.5 15.5h28.6l-3 13.6a3.4 3.4 0 0 1-3.3 2.7H17.6a3.4 3.4 0 0 1-3.3-2.8Z',
    strokes: ['M5 8.5h3.6a2 2 0 0 1 2 1.6l1 5.4', 'M20.5 22.5h11'],
    dots: [
      [19, 38.5],
      [33, 38.5],
    ],
  },
  me: {
    body: 'M7.5 40c.6-8.600 7.500-14 16.500-14s15.900 5.400 16.500 14Z',
    strokes: [],
  },
}

/** One tab icon; `isChosen` for the selected tab. */
export function tabIcon(name: string, isChosen: boolean): Svg {
  const glyph = GLYPHS[name]
  if (!glyph) throw new Error(`no tab icon ${name}`)
  const colour = isChosen ? CHOSEN : NORMAL
  const head = 'M24 7.500a7.500 7.500 0 1 1 0 15a7.500 7.500 0 1 1 0-15Z'
  const bodies = name === 'me' ? [head, glyph.body] : [glyph.body]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="0 0 48 48">${join(
    ...bodies.flatMap((d) => [isChosen ? fill(d, colour, 0.2) : '', line(d, colour, STROKE)]),
    ...glyph.strokes.map((d) => line(d, colour, STROKE)),
    ...(glyph.dots ?? []).map(([x, y]) => `<circle cx="${num(x)}" cy="${num(y)}" r="2.6" fill="${colour}"/>`),
  )}</svg>`
}

/** The tabs, by the names of their files. */
export const TABS = Object.keys(GLYPHS)
