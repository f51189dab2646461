import { type Colour, lit, shaded } from '../kit/colour'
import { along, cubic, type Point, polar, ribbon } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, gloss, solid } from '../kit/solid'
import { at, clip, faded, fill, join, line, num, oval, type Svg, soft } from '../kit/svg'
import { leaf } from './leaf'

const speckles = (
  seed: number,
  count: number,
  spread: number,
  colour: Colour,
  size: number,
  opacity: number,
): Svg => {
  const next = random(seed)
  return faded(
    opacity,
    join(
      ...Array.from({ length: count }, () =>
        fill(
          oval(
            between(next, -spread, spread),
            between(next, -spread, spread),
            between(next, size * 0.5, size),
          ),
          colour,
        ),
      ),
    ),
  )
}

/** An apple about 200 wide, its foot at y = 96. */
export function apple(skin: Colour = '#D8382F', blush: Colour = '#F3B64B', withLeaf = true): Svg {
  const d =
    'M0 -70C26 -98 104 -98 104 -14C104 48 62 98 24 97C12 97 8 91 0 91C-8 91 -12 97 -24 97C-62 98 -104 48 -104 -14C-104 -98 -26 -98 0 -70Z'
  const streaks = Array.from({ length: 13 }, (_, i) => {
    const t = i / 12 - 0.5
    return line(
      `M${num(t * 30)} -74Q${num(t * 190)} -30 ${num(t * 150)} ${num(30 + (i % 3) * 18)}`,
      lit(blush, 0.1),
      4,
      0.35,
    )
  })
  const coat = join(
    soft(16, fill(oval(-34, -44, 64, 46), blush, 0.85)),
    soft(2, join(...streaks)),
    speckles(7, 34, 90, '#FFF0CC', 2.4, 0.6),
    soft(5, fill(oval(0, -72, 34, 14), shaded(skin, 0.55), 0.75)),
  )
  return join(
    ball(d, skin, { skin: coat }),
    line('M0 -72Q2 -98 16 -112', '#6A4527', 9),
    line('M1 -78Q3 -98 14 -110', '#9A6B3F', 3),
    withLeaf ? at(6, -94, leaf(78, 40), -14) : '',
    gloss(-50, -30, 15, 30, 24, 0.6),
  )
}

/** A half apple or pear-like fruit, cut face to the viewer. */
export function appleHalf(skin: Colour = '#D8382F', flesh: Colour = '#FBF1CF'): Svg {
  const d =
    'M0 -66C26 -92 98 -90 98 -12C98 46 58 92 22 91C10 91 8 86 0 86C-8 86 -10 91 -22 91C-58 92 -98 46 -98 -12C-98 -90 -26 -92 0 -66Z'
  const seed = (x: number, turn: number): Svg =>
    at(x, 12, solid('M0 -15C9 -4 8 11 0 14C-8 11 -9 -4 0 -15Z', '#5B3420', { rim: 6 }), turn)
  return join(
    fill(d, shaded(skin, 0.1)),
    `<g transform="scale(.92 .925)">${solid(d, flesh, { depth: 0.5, rim: 26 })}</g>`,
    line(
      'M0 -50C28 -30 40 0 32 34C22 50 8 54 0 62C-8 54 -22 50 -32 34C-40 0 -28 -30 0 -50Z',
      '#E3D08F',
      3.4,
      0.9,
    ),
    seed(-14, 14),
    seed(14, -14),
    line('M0 -66Q2 -90 10 -100', '#6A4527', 8),
  )
}

/** A citrus fruit of radius 100. */
export function citrus(colour: Colour = '#F28C1E', withLeaf = false): Svg {
  const d = polar(12, (a) => 100 - Math.abs(Math.cos(a)) * -2, 0.97)
  return join(
    ball(d, colour, {
      skin: join(
        speckles(11, 60, 96, shaded(colour, 0.3), 2.6, 0.35),
        speckles(5, 40, 96, '#FFF1C8', 2, 0.35),
      ),
    }),
    fill(oval(6, -86, 13, 6), shaded(colour, 0.4)),
    at(
      6,
      -87,
      fill(
        polar(10, (_, i) => (i % 2 ? 6 : 12), 0.6),
        '#6F8F3A',
      ),
    ),
    withLeaf ? join(at(8, -88, leaf(92, 46), -26), at(4, -88, leaf(74, 38, '#4F8F3C'), -154)) : '',
    gloss(-42, -44, 20, 32, 42, 0.55, 5),
  )
}

/** The cut face of a citrus fruit, radius 100. */
export function citrusFace(rind: Colour = '#F28C1E', flesh: Colour = '#FBA732', segments = 10): Svg {
  const wedge = Array.from({ length: segments }, (_, i) => {
    const turn = (i / segments) * 360
    const half = (Math.PI / segments) * 0.86
    const x = Math.cos(half)
    const y = Math.sin(half)
    const d = `M9 0L${num(76 * x)} ${num(-76 * y)}Q86 0 ${num(76 * x)} ${num(76 * y)}Z`
    const pulp = join(
      ...[-0.5, 0, 0.5].map((k) =>
        line(`M${num(34 + Math.abs(k) * 16)} ${num(k * 20)}L70 ${num(k * 34)}`, '#FFE7AE', 3, 0.55),
      ),
    )
    return at(
      0,
      0,
      join(`<g stroke="${flesh}" stroke-width="7" stroke-linejoin="round">${fill(d, flesh)}</g>`, pulp),
      turn,
    )
  })
  return join(
    ball(oval(0, 0, 100), rind, { rim: 16 }),
    fill(oval(0, 0, 91), '#FFF3D9'),
    ...wedge,
    fill(oval(0, 0, 7), '#FFF3D9'),
    clip(oval(0, 0, 91), soft(10, line(oval(-8, -8, 100), shaded(flesh, 0.4), 18, 0.3))),
  )
}

/** One banana bowed to the lower right: stem end at (0, 0), tip about `length` below. */
export function banana(length = 330, bow = 0.4, colour: Colour = '#F6C93B'): Svg {
  const l = length
  const centre = cubic([0, 0], [-l * bow * 0.5, l * 0.36], [-l * bow * 0.35, l * 0.8], [l * bow * 0.9, l])
  const half = (t: number): number =>
    t < 0.16 ? 13 + t * 150 : 37 * Math.max(0.22, 1 - Math.max(0, (t - 0.62) / 0.4) ** 2.2) ** 0.6
  const upper = (t: number): Point => [centre(t)[0] + half(t) * 0.25, centre(t)[1] - half(t) * 0.1]
  return join(
    solid(ribbon(centre, half, 18), colour, {
      rim: 24,
      skin: join(
        line(along(upper, 0.02, 0.98), shaded(colour, 0.2), 26, 0.35),
        line(along(upper, 0.06, 0.97), shaded(colour, 0.34), 3.4, 0.8),
        soft(8, fill(oval(0, 6, 40, 30), '#A9B94A', 0.75)),
        fill(oval(centre(1)[0] + 4, centre(1)[1] + 2, 16, 13), '#5E4121'),
      ),
    }),
    faded(
      0.5,
      soft(
        3,
        line(
          along((t) => [centre(t)[0] - half(t) * 0.5, centre(t)[1]], 0.24, 0.7),
          '#FFF8DA',
          9,
        ),
      ),
    ),
  )
}
