import { type Colour, lit, shaded } from '../kit/colour'
import { polar } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, gloss, solid } from '../kit/solid'
import { at, fill, join, line, num, oval, type Svg } from '../kit/svg'

/** A head of broccoli about 330 wide, its foot at y = 190. */
export function broccoli(colour: Colour = '#4C9440'): Svg {
  const next = random(31)
  const tuft = (x: number, y: number, r: number, tone: Colour): Svg => {
    const beads = Array.from({ length: 34 }, () => {
      const a = between(next, 0, Math.PI * 2)
      const q = Math.sqrt(next()) * r * 0.86
      return fill(
        oval(Math.cos(a) * q, Math.sin(a) * q, between(next, 4, 8)),
        next() > 0.5 ? lit(tone, 0.24) : shaded(tone, 0.24),
        0.8,
      )
    })
    const d = polar(13, (_, i) => r * (i % 2 ? 1.04 : 0.94))
    return at(x, y, join(ball(d, tone, { rim: r * 0.4, skin: join(...beads) })))
  }
  const stem = 'M-44 20C-36 90 -44 140 -56 182C-30 198 32 198 58 182C44 140 38 90 46 20Z'
  return join(
    solid(stem, '#BFD68A', {
      skin: join(line('M-14 60L-18 190', '#9DBB66', 6, 0.6), line('M18 60L24 190', '#9DBB66', 6, 0.6)),
    }),
    solid('M-30 70C-70 50 -110 40 -120 0L-60 -10L0 60Z', '#B3CE7C'),
    solid('M30 70C70 50 112 40 122 0L60 -10L0 60Z', '#A6C46E'),
    tuft(-116, -6, 62, shaded(colour, 0.1)),
    tuft(118, -4, 60, shaded(colour, 0.16)),
    tuft(-62, -76, 72, colour),
    tuft(66, -78, 70, shaded(colour, 0.06)),
    tuft(0, -114, 66, lit(colour, 0.06)),
    tuft(-50, 14, 60, lit(colour, 0.04)),
    tuft(56, 16, 58, colour),
    tuft(2, -22, 68, lit(colour, 0.08)),
  )
}

/** A short green pak choi standing, foot at y = 170. */
export function pakChoi(): Svg {
  const blade = (x: number, turn: number, size: number, tone: Colour): Svg =>
    at(
      x,
      40,
      at(
        0,
        0,
        join(
          solid(
            'M-10 20C-30 -30 -86 -70 -82 -136C-78 -190 -30 -214 4 -210C44 -212 84 -186 84 -132C86 -70 30 -30 12 20Z',
            tone,
            { rim: 26 },
          ),
          line('M0 10Q-4 -90 2 -188', '#CFE3A2', 9, 0.9),
          ...[-50, -95, -135].flatMap((y) => [
            line(`M0 ${y}q28 -14 48 -42`, '#BFDB90', 4, 0.7),
            line(`M0 ${y}q-28 -14 -48 -42`, '#BFDB90', 4, 0.6),
          ]),
        ),
        turn,
        size,
      ),
    )
  const rib = (x: number, w: number, top: number, tone: Colour): Svg =>
    solid(
      `M${x - w * 0.4} ${top}C${x - w * 0.9} 60 ${x * 0.5 - w} 120 ${x * 0.3 - w * 0.5} 168Q0 184 ${x * 0.3 + w * 0.5} 168C${x * 0.5 + w} 120 ${x + w * 0.9} 60 ${x + w * 0.4} ${top}Z`,
      tone,
      { rim: 20 },
    )
  return join(
    blade(0, 0, 1.02, '#3F8B3A'),
    blade(-44, -32, 0.92, '#4A9740'),
    blade(46, 32, 0.92, '#3B8437'),
    rib(-48, 30, 10, '#DDECB9'),
    rib(50, 30, 10, '#CFE2A6'),
    blade(-14, -8, 0.8, '#5DAA4A'),
    blade(30, 14, 0.72, '#52A044'),
    rib(2, 42, 24, '#E8F3CB'),
  )
}

/** A carrot hanging down from its crown at (0, 0), about 330 long, with feathery greens. */
export function carrot(colour: Colour = '#F07F22', seed = 2): Svg {
  const next = random(seed)
  const d = 'M-52 -6C-60 60 -34 200 -4 330C0 340 6 340 9 330C36 200 62 60 54 -6C40 -26 -38 -26 -52 -6Z'
  const rings = Array.from({ length: 11 }, (_, i) => {
    const y = 24 + i * 26
    const w = 50 - i * 4
    const x = next() > 0.5 ? -w : w * between(next, 0.1, 0.5)
    return line(`M${num(x)} ${y}q${num(w * 0.3)} 6 ${num(w * 0.55)} 1`, shaded(colour, 0.32), 3.6, 0.6)
  })
  const frond = (turn: number, length: number, tone: Colour): Svg =>
    at(
      0,
      -12,
      join(
        line(`M0 0Q6 ${num(-length * 0.5)} 0 ${-length}`, shaded(tone, 0.1), 7),
        ...Array.from({ length: 9 }, (_, i) => {
          const t = 0.35 + i * 0.08
          const s = (1.1 - t) * 62 + 14
          return join(
            line(
              `M2 ${num(-length * t)}q${num(-s * 0.5)} ${num(-s * 0.2)} ${num(-s)} ${num(-s * 0.7)}`,
              tone,
              9,
            ),
            line(
              `M2 ${num(-length * t)}q${num(s * 0.5)} ${num(-s * 0.2)} ${num(s)} ${num(-s * 0.7)}`,
              lit(tone, 0.14),
              9,
            ),
          )
        }),
      ),
      turn,
    )
  return join(
    frond(-26, 140, '#4F9440'),
    frond(24, 146, '#5CA348'),
    frond(0, 170, '#68AF50'),
    solid(d, colour, { rim: 30, skin: join(...rings) }),
    gloss(-22, 70, 8, 46, 6, 0.45, 4),
  )
}
