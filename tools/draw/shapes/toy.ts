import { type Colour, lit, shaded } from '../kit/colour'
import { polygon } from '../kit/curve'
import { solid } from '../kit/solid'
import { at, blend, fill, join, line, num, type Svg, slab } from '../kit/svg'

/** A wooden toy block in the oblique view; foot at y = 0. */
export function block(size: number, colour: Colour, mark: Svg = '', ratio = 1): Svg {
  const w = size
  const h = size * ratio
  const dx = size * 0.34
  const dy = -size * 0.24
  return join(
    blend(
      polygon([
        [w / 2, -h],
        [w / 2 + dx, -h + dy],
        [w / 2 + dx, dy],
        [w / 2, 0],
      ]),
      [
        [0, shaded(colour, 0.2)],
        [1, shaded(colour, 0.38)],
      ],
    ),
    fill(
      polygon([
        [-w / 2, -h],
        [w / 2, -h],
        [w / 2 + dx, -h + dy],
        [-w / 2 + dx, -h + dy],
      ]),
      lit(colour, 0.36),
    ),
    solid(slab(-w / 2, -h, w, h, 8), colour, {
      rim: 14,
      depth: 0.7,
      skin: join(
        line(
          `M${num(-w / 2)} ${num(-h * 0.7)}q${num(w * 0.4)} 8 ${num(w)} -4M${num(-w / 2)} ${num(-h * 0.3)}q${num(w * 0.5)} -8 ${num(w)} 4`,
          shaded(colour, 0.24),
          2.4,
          0.4,
        ),
        at(0, -h / 2, mark),
      ),
    }),
  )
}

/** A triangular roof block; foot at y = 0. */
export function roof(w: number, h: number, colour: Colour): Svg {
  const dx = w * 0.2
  const dy = -w * 0.14
  return join(
    fill(
      polygon([
        [0, -h],
        [dx, -h + dy],
        [w / 2 + dx, dy],
        [w / 2, 0],
      ]),
      shaded(colour, 0.32),
    ),
    solid(`M0 ${num(-h)}L${num(w / 2)} 0H${num(-w / 2)}Z`, colour, { rim: 14, depth: 0.8 }),
  )
}

/** A toy arch: a block with a round door; foot at y = 0. */
export function arch(w: number, h: number, colour: Colour): Svg {
  const r = w * 0.26
  const dx = w * 0.2
  const dy = -w * 0.14
  return join(
    fill(
      polygon([
        [w / 2, -h],
        [w / 2 + dx, -h + dy],
        [w / 2 + dx, dy],
        [w / 2, 0],
      ]),
      shaded(colour, 0.34),
    ),
    fill(
      polygon([
        [-w / 2, -h],
        [w / 2, -h],
        [w / 2 + dx, -h + dy],
        [-w / 2 + dx, -h + dy],
      ]),
      lit(colour, 0.36),
    ),
    fill(slab(-r, -r * 1.4, r * 2, r * 1.4), shaded(colour, 0.5)),
    solid(
      `M${num(-w / 2)} ${num(-h)}H${num(w / 2)}V0H${num(r)}V${num(-r * 0.3)}A${num(r)} ${num(r)} 0 0 0 ${num(-r)} ${num(-r * 0.3)}V0H${num(-w / 2)}Z`,
      colour,
      { rim: 14, depth: 0.7 },
    ),
  )
}
