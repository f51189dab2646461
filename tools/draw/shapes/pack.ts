import { type Colour, lit, shaded } from '../kit/colour'
import { band, polygon, vessel } from '../kit/curve'
import { sheen, solid, turned } from '../kit/solid'
import { at, blend, clip, faded, fill, join, line, num, oval, type Svg, slab, soft } from '../kit/svg'

export type BoxFaces = { readonly front?: Svg; readonly side?: Svg; readonly top?: Svg }

/**
 * A box in the shop's oblique view: front face w × h with its foot at y = 0, `deep` behind it to the upper right.
 * The pieces are drawn in the face's own plane: front about (0, -h/2); side about its middle; top likewise.
 */
export function box(
  w: number,
  h: number,
  deep: number,
  colour: Colour,
  faces: BoxFaces = {},
  sideColour = colour,
): Svg {
  const dx = deep * 0.5
  const dy = -deep * 0.34
  const front = polygon([
    [-w / 2, -h],
    [w / 2, -h],
    [w / 2, 0],
    [-w / 2, 0],
  ])
  const side = polygon([
    [w / 2, -h],
    [w / 2 + dx, -h + dy],
    [w / 2 + dx, dy],
    [w / 2, 0],
  ])
  const top = polygon([
    [-w / 2, -h],
    [w / 2, -h],
    [w / 2 + dx, -h + dy],
    [-w / 2 + dx, -h + dy],
  ])
  const skew = (a: number, b: number, c: number, d: number, x: number, y: number, piece: Svg): Svg =>
    `<g transform="matrix(${[a, b, c, d, x, y].map(num).join(' ')})">${piece}</g>`
  return join(
    blend(
      side,
      [
        [0, shaded(sideColour, 0.16)],
        [1, shaded(sideColour, 0.36)],
      ],
      [0, 0, 1, 1],
    ),
    faces.side ? clip(side, skew(0.5, -0.34, 0, 1, w / 2 + dx / 2, -h / 2 + dy / 2, faces.side)) : '',
    blend(
      top,
      [
        [0, lit(colour, 0.5)],
        [1, lit(colour, 0.2)],
      ],
      [0, 1, 1, 0],
    ),
    faces.top ? clip(top, skew(1, 0, -0.5, 0.34, dx / 2, -h + dy / 2, faces.top)) : '',
    solid(front, colour, { rim: 22, depth: 0.7, skin: faces.front ?? '' }),
    line(`M${num(-w / 2)} ${num(-h)}H${num(w / 2)}L${num(w / 2 + dx)} ${num(-h + dy)}`, '#FFFFFF', 2.4, 0.5),
  )
}

/** A pillow bag of film, crimped above and below; w × h with its foot at y = 0; `face` is drawn on it about its middle. */
export function pillow(w: number, h: number, colour: Colour, face: Svg): Svg {
  const teeth = (y: number, k: 1 | -1): string => {
    const n = 18
    return Array.from(
      { length: n },
      (_, i) =>
        `L${num(-k * (w / 2) + (k * w * (i + 0.5)) / n)} ${num(y - k * 6)}L${num(-k * (w / 2) + (k * w * (i + 1)) / n)} ${num(y)}`,
    ).join('')
  }
  const top = -h
  const d = `M${num(-w / 2)} ${num(top)}${teeth(top, 1)}C${num(w / 2 - 16)} ${num(top + 60)} ${num(w / 2 + 6)} ${num(top + h * 0.3)} ${num(w / 2 - 2)} ${num(top + h * 0.5)}C${num(
    w / 2 + 6,
  )} ${num(top + h * 0.72)} ${num(w / 2 - 14)} ${num(-50)} ${num(w / 2)} 0${teeth(0, -1)}C${num(-w / 2 + 14)} -50 ${num(-w / 2 - 6)} ${num(top + h * 0.72)} ${num(-w / 2 + 2)} ${num(
    top + h * 0.5,
  )}C${num(-w / 2 - 6)} ${num(top + h * 0.3)} ${num(-w / 2 + 16)} ${num(top + 60)} ${num(-w / 2)} ${num(top)}Z`
  const crimp = (y: number): Svg =>
    join(
      ...[0, 9, 18].map((k) =>
        line(`M${num(-w / 2 + 8)} ${num(y + k)}H${num(w / 2 - 8)}`, '#FFFFFF', 2, 0.35),
      ),
    )
  const creases = join(
    soft(
      7,
      line(
        `M${num(-w * 0.4)} ${num(top + 50)}Q${num(-w * 0.3)} ${num(top + 120)} ${num(-w * 0.36)} ${num(top + 200)}`,
        '#FFFFFF',
        14,
        0.4,
      ),
    ),
    soft(7, line(`M${num(-w * 0.2)} ${num(top + 40)}q10 40 -8 70`, '#FFFFFF', 10, 0.35)),
    soft(8, line(`M${num(w * 0.34)} ${num(top + 44)}q-14 60 6 110`, shaded(colour, 0.5), 16, 0.35)),
    soft(8, line(`M${num(w * 0.28)} -40q-18 -50 2 -96`, shaded(colour, 0.5), 16, 0.3)),
    soft(7, line(`M${num(-w * 0.3)} -36q16 -40 0 -84`, '#FFFFFF', 11, 0.3)),
  )
  return join(
    solid(d, colour, { rim: 46, skin: join(at(0, top + h / 2, face), crimp(top + 12), crimp(-30), creases) }),
  )
}

/** A stand-up or vacuum bag with soft square shoulders; foot at y = 0; `face` about its middle. */
export function bag(w: number, h: number, colour: Colour, face: Svg, fold = 46): Svg {
  const d = `M${num(-w / 2 + 14)} ${num(-h + fold)}Q${num(-w / 2 - 8)} ${num(-h * 0.5)} ${num(-w / 2 + 6)} -22Q${num(-w / 2 + 8)} 0 ${num(-w / 2 + 34)} 2Q0 12 ${num(w / 2 - 34)} 2Q${num(
    w / 2 - 8,
  )} 0 ${num(w / 2 - 6)} -22Q${num(w / 2 + 8)} ${num(-h * 0.5)} ${num(w / 2 - 14)} ${num(-h + fold)}L${num(w / 2 - 22)} ${num(-h)}H${num(-w / 2 + 22)}Z`
  const seal = `M${num(-w / 2 + 22)} ${num(-h)}H${num(w / 2 - 22)}L${num(w / 2 - 14)} ${num(-h + fold)}H${num(-w / 2 + 14)}Z`
  return join(
    solid(d, colour, {
      rim: 44,
      skin: join(
        at(0, -h / 2 + fold / 3, face),
        soft(
          9,
          line(
            `M${num(-w * 0.4)} ${num(-h + fold + 30)}Q${num(-w * 0.44)} ${num(-h * 0.5)} ${num(-w * 0.38)} -70`,
            '#FFFFFF',
            16,
            0.4,
          ),
        ),
        soft(9, line(`M${num(w * 0.3)} ${num(-h + fold + 4)}q26 40 20 96`, shaded(colour, 0.5), 14, 0.3)),
      ),
    }),
    blend(seal, [
      [0, lit(colour, 0.3)],
      [1, shaded(colour, 0.06)],
    ]),
    line(`M${num(-w / 2 + 15)} ${num(-h + fold)}H${num(w / 2 - 15)}`, shaded(colour, 0.35), 3, 0.5),
    line(`M${num(-w / 2 + 20)} ${num(-h + 14)}H${num(w / 2 - 20)}`, '#FFFFFF', 2.6, 0.5),
  )
}

export type Profile = readonly (readonly [y: number, half: number])[]

/** A turned vessel; `skin` (labels, content) is drawn on it under its light. Foot at the profile's last y. */
export const turnedVessel = (
  profile: Profile,
  colour: Colour,
  skin: Svg = '',
  tilt = 0.14,
  tension = 0.9,
  depth = 1,
): Svg => turned(vessel(profile, tilt, tension), colour, { skin, depth })

/** A label round a vessel, with its words drawn about the label's middle. */
export const label = (
  top: number,
  bottom: number,
  half: number,
  colour: Colour,
  face: Svg,
  tilt = 0.14,
  halfBottom = half,
): Svg =>
  join(
    fill(band(top, bottom, half + 2, tilt, halfBottom + 2), colour),
    at(0, (top + bottom) / 2 + half * tilt * 0.8, face),
  )

/** A cap or lid: a short turned piece with its top visible. */
export function cap(
  y: number,
  half: number,
  height: number,
  colour: Colour,
  ridged = false,
  tilt = 0.16,
): Svg {
  const ridges = ridged
    ? join(
        ...Array.from({ length: 13 }, (_, i) => {
          const x = Math.sin(((i - 6) / 7) * (Math.PI / 2)) * half
          return line(`M${num(x)} ${num(y + 4)}V${num(y + height)}`, shaded(colour, 0.4), 3, 0.4)
        }),
      )
    : ''
  return join(
    turned(
      vessel(
        [
          [y, half],
          [y + height * 0.5, half],
          [y + height, half],
        ],
        tilt,
        0,
      ),
      colour,
      { skin: ridges },
    ),
    solid(oval(0, y, half, half * tilt), lit(colour, 0.22), { rim: 6, depth: 0.6 }),
  )
}

/** A drinks can with its face; foot at y = 0, about 150 × 290. */
export function can(colour: Colour, face: Svg, half = 74, height = 290): Svg {
  const h = height
  const profile: Profile = [
    [-h + 4, half * 0.82],
    [-h + 26, half],
    [-h * 0.5, half],
    [-24, half],
    [0, half * 0.84],
  ]
  return join(
    turnedVessel(
      profile,
      '#C9D0D4',
      join(fill(slab(-half, -h + 26, half * 2, h - 48), colour), at(0, -h * 0.48, face)),
      0.16,
      0.5,
    ),
    blend(oval(0, -h + 4, half * 0.82, half * 0.15), [
      [0, '#F4F7F8'],
      [1, '#AEB8BE'],
    ]),
    fill(oval(0, -h + 6, half * 0.7, half * 0.11), '#9FABB2'),
    solid(oval(10, -h + 4, half * 0.26, half * 0.06), '#E6ECEF', { rim: 3 }),
  )
}

/** Glass seen through: a pale body whose content fills it to `level`. */
export function glass(profile: Profile, content: Colour, level: number, skin: Svg = '', tilt = 0.14): Svg {
  const d = vessel(profile, tilt)
  return join(
    fill(d, '#EAF3F4', 0.75),
    clip(
      d,
      join(
        blend(slab(-400, level, 800, 900), [
          [0, lit(content, 0.12)],
          [1, shaded(content, 0.14)],
        ]),
        fill(oval(0, level, 400 * 0.5, 14), lit(content, 0.3), 0.7),
      ),
    ),
    skin === '' ? '' : clip(d, skin),
    sheen(d, content, 0.8),
    faded(0.8, line(d, '#FFFFFF', 3, 0.6)),
  )
}
