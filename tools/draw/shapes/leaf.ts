import { type Colour, lit, shaded } from '../kit/colour'
import { between, random } from '../kit/random'
import { at, blend, clip, faded, fill, join, line, num, type Svg } from '../kit/svg'

/** A leaf from (0, 0) to (length, 0), lit on its upper half. */
export function leaf(length: number, width: number, colour: Colour = '#5E9F45'): Svg {
  const l = length
  const w = width / 2
  const d = `M0 0C${num(l * 0.2)} ${num(-w * 1.3)} ${num(l * 0.7)} ${num(-w * 1.25)} ${num(l)} 0C${num(l * 0.72)} ${num(w * 1.1)} ${num(
    l * 0.24,
  )} ${num(w * 1.25)} 0 0Z`
  const lower = `M0 0Q${num(l * 0.5)} ${num(-w * 0.14)} ${num(l)} 0V${num(w * 2)}H0Z`
  const veins = [0.26, 0.46, 0.66].map((t) =>
    join(
      line(
        `M${num(l * t)} ${num(-w * 0.06)}L${num(l * (t + 0.15))} ${num(-w * 0.62)}`,
        lit(colour, 0.5),
        2,
        0.5,
      ),
      line(
        `M${num(l * t)} ${num(-w * 0.02)}L${num(l * (t + 0.15))} ${num(w * 0.6)}`,
        lit(colour, 0.3),
        2,
        0.35,
      ),
    ),
  )
  return join(
    blend(d, [
      [0, lit(colour, 0.32)],
      [1, colour],
    ]),
    clip(d, join(faded(0.32, fill(lower, shaded(colour, 0.6))), ...veins)),
    line(`M0 0Q${num(l * 0.5)} ${num(-w * 0.14)} ${num(l * 0.94)} 0`, lit(colour, 0.5), 2.6, 0.8),
  )
}

/** A sprig of herb: small leaves along a stem that grows up from (0, 0). */
export function sprig(height: number, colour: Colour = '#5FA044', seed = 1): Svg {
  const next = random(seed)
  const pairs = 4
  const leaves = Array.from({ length: pairs * 2 }, (_, i) => {
    const t = 0.3 + (Math.floor(i / 2) / pairs) * 0.7
    const side = i % 2 === 0 ? -1 : 1
    const size = height * (0.42 - t * 0.16)
    return at(0, -height * t, leaf(size, size * 0.55, colour), -90 + side * between(next, 44, 66))
  })
  return join(
    line(`M0 0Q${num(height * 0.06)} ${num(-height * 0.5)} 0 ${num(-height)}`, shaded(colour, 0.25), 5),
    ...leaves,
    at(0, -height * 0.96, leaf(height * 0.3, height * 0.17, lit(colour, 0.12)), -90),
  )
}

/** A frilly bunch of parsley or coriander about (0, 0), to set beside meat and fish. */
export function parsley(size: number, seed = 3, colour: Colour = '#5C9E3F'): Svg {
  const next = random(seed)
  const tufts = Array.from({ length: 11 }, (_, i) => {
    const angle = -Math.PI * (0.06 + (i / 10) * 0.88)
    const r = size * between(next, 0.5, 0.95)
    return { x: Math.cos(angle) * r, y: Math.sin(angle) * r * 0.8 }
  })
  const frond = (x: number, y: number, tone: Colour): Svg =>
    join(
      ...[-72, -36, 0, 36, 72].map((turn) =>
        at(x, y, leaf(size * 0.36, size * 0.2, tone), (Math.atan2(y, x) * 180) / Math.PI + turn),
      ),
    )
  return join(
    ...tufts.map(({ x, y }) => line(`M0 0L${num(x)} ${num(y)}`, shaded(colour, 0.2), size * 0.045)),
    ...tufts.map(({ x, y }, i) =>
      frond(x, y, i % 3 === 0 ? shaded(colour, 0.16) : i % 3 === 1 ? colour : lit(colour, 0.14)),
    ),
  )
}
