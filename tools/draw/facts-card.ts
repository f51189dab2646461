import { shaded } from './kit/colour'
import { backdrop, GROUNDS, type Ground } from './kit/scene'
import { fill, join, type Svg, slab, words } from './kit/svg'

export type Facts = {
  readonly title: string
  readonly subtitle: string
  /** Name and value, up to three. */
  readonly facts: readonly (readonly [name: string, value: string])[]
}

const INK = '#33281E'
const SECOND = '#6B5B4A'

const sized = (text: string, room: number, size: number): number =>
  Math.min(size, room / Math.max(1, [...text].length))

/** The second picture of a product: its name, why, and its facts round the drawing. `art` is fitted to ROOM. */
export function factsCard(ground: Ground, art: Svg, { title, subtitle, facts }: Facts): Svg {
  const accent = shaded(GROUNDS[ground], 0.45)
  const cell = 654 / facts.length
  const cells = facts.map(([name, value], i) => {
    const x = 48 + cell * (i + 0.5)
    return join(
      words(x, 612, name, { size: 22, colour: SECOND, weight: 400 }),
      words(x, 656, value, { size: sized(value, cell - 28, 28), colour: INK, weight: 700 }),
      i === 0 ? '' : fill(slab(48 + cell * i - 1, 600, 2, 70), '#E9E0D4'),
    )
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="750" height="750" viewBox="0 0 750 750">${join(
    backdrop(ground),
    art,
    fill(slab(56, 62, 8, 86, 4), accent),
    words(86, 84, title, {
      size: sized(title, 600, 48),
      colour: INK,
      weight: 900,
      anchor: 'start',
      spacing: 2,
    }),
    words(86, 134, subtitle, {
      size: sized(subtitle, 600, 27),
      colour: SECOND,
      weight: 400,
      anchor: 'start',
    }),
    fill(slab(48, 572, 654, 128, 24), '#FFFFFF', 0.92),
    ...cells,
  )}</svg>`
}

/** Where the drawing stands on the card. */
export const CARD_ROOM = { x: 150, y: 184, w: 450, h: 350 }
