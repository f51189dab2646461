import { type Colour, lit, mix, shaded } from '../kit/colour'
import { polygon, vessel } from '../kit/curve'
import { ball, gloss, solid, turned } from '../kit/solid'
import { at, blend, clip, faded, fill, join, line, num, oval, type Svg, slab, soft } from '../kit/svg'

/** A roll of paper standing, its top with the coil seen; foot at y = 0. */
export function paperRoll(half = 110, height = 180, colour: Colour = '#FDFCF8'): Svg {
  const coil = [0.86, 0.7, 0.54, 0.4].map(
    (k) =>
      `<ellipse cy="${-height}" rx="${num(half * k)}" ry="${num(half * 0.3 * k)}" fill="none" stroke="#DCD6C8" stroke-width="2.4"/>`,
  )
  const dots = Array.from({ length: 42 }, (_, i) =>
    fill(oval(((i * 37) % (half * 2)) - half, -height + 30 + ((i * 29) % (height - 40)), 3), '#E9E4D8'),
  )
  return join(
    turned(
      vessel(
        [
          [-height, half],
          [-height / 2, half],
          [0, half],
        ],
        0.3,
        0,
      ),
      colour,
      { skin: join(...dots), depth: 0.62 },
    ),
    solid(oval(0, -height, half, half * 0.3), lit(colour, 0.4), { rim: 6, depth: 0.5 }),
    ...coil,
    fill(oval(0, -height, half * 0.22, half * 0.07), '#B9AE9A'),
  )
}

/** A soft pack of tissues in the oblique view with one sheet pulled up; foot at y = 0. */
export function tissuePack(w: number, h: number, deep: number, colour: Colour, face: Svg, sheet = true): Svg {
  const dx = deep * 0.5
  const dy = -deep * 0.34
  const front = `M${num(-w / 2)} ${num(-h + 10)}Q${num(-w / 2 - 6)} ${num(-h / 2)} ${num(-w / 2 + 2)} -8Q0 8 ${num(w / 2 - 2)} -8Q${num(w / 2 + 6)} ${num(-h / 2)} ${num(w / 2)} ${num(-h + 10)}Q0 ${num(-h - 8)} ${num(-w / 2)} ${num(-h + 10)}Z`
  const side = polygon([
    [w / 2, -h + 8],
    [w / 2 + dx, -h + dy + 8],
    [w / 2 + dx - 4, dy - 4],
    [w / 2 - 2, -6],
  ])
  const top = `M${num(-w / 2)} ${num(-h + 10)}Q0 ${num(-h - 8)} ${num(w / 2)} ${num(-h + 10)}L${num(w / 2 + dx)} ${num(-h + dy + 8)}Q${num(dx)} ${num(-h + dy - 10)} ${num(-w / 2 + dx)} ${num(-h + dy + 8)}Z`
  const paper = `M${num(dx / 2 - 62)} ${num(-h + dy / 2)}C${num(dx / 2 - 80)} ${num(-h - 60)} ${num(dx / 2 - 40)} ${num(-h - 90)} ${num(dx / 2 - 50)} ${num(-h - 130)}C${num(dx / 2 - 20)} ${num(-h - 108)} ${num(dx / 2)} ${num(-h - 116)} ${num(
    dx / 2 + 24,
  )} ${num(-h - 136)}C${num(dx / 2 + 34)} ${num(-h - 96)} ${num(dx / 2 + 76)} ${num(-h - 70)} ${num(dx / 2 + 62)} ${num(-h + dy / 2)}Q${num(dx / 2)} ${num(-h + dy / 2 + 22)} ${num(dx / 2 - 62)} ${num(-h + dy / 2)}Z`
  return join(
    blend(side, [
      [0, shaded(colour, 0.16)],
      [1, shaded(colour, 0.34)],
    ]),
    blend(
      top,
      [
        [0, lit(colour, 0.5)],
        [1, lit(colour, 0.22)],
      ],
      [0, 1, 1, 0],
    ),
    sheet
      ? join(
          fill(oval(dx / 2, -h + dy / 2 + 4, 84, 16), shaded(colour, 0.4), 0.7),
          solid(paper, '#FFFFFF', { rim: 18, depth: 0.34 }),
          line(
            `M${num(dx / 2 - 20)} ${num(-h - 96)}Q${num(dx / 2 - 26)} ${num(-h - 40)} ${num(dx / 2 - 14)} ${num(-h - 6)}M${num(dx / 2 + 24)} ${num(-h - 110)}Q${num(dx / 2 + 34)} ${num(-h - 50)} ${num(dx / 2 + 18)} ${num(-h - 6)}`,
            '#DDE4E8',
            4,
            0.9,
          ),
        )
      : '',
    solid(front, colour, { rim: 24, depth: 0.7, skin: at(0, -h / 2, face) }),
  )
}

/** A folded and rolled towel: the roll's end to the viewer, about 200 wide. */
export function towelRoll(colour: Colour): Svg {
  const spiral =
    'M0 0C8 -14 26 -8 24 10C22 34 -18 36 -30 12C-42 -20 -6 -52 30 -40C70 -26 72 34 38 58C-4 84 -70 62 -76 8C-82 -50 -20 -92 36 -80'
  const back = 'M-86 -20C-70 -110 90 -190 190 -140C230 -112 220 -50 190 -20L60 84Z'
  const loops = Array.from({ length: 40 }, (_, i) =>
    fill(
      oval(-40 + ((i * 61) % 240), -140 + ((i * 43) % 170), 4, 3),
      i % 2 ? lit(colour, 0.3) : shaded(colour, 0.16),
      0.6,
    ),
  )
  return join(
    solid(back, colour, {
      rim: 40,
      skin: join(
        ...loops,
        line('M40 -130Q110 -60 120 60', '#FFFFFF', 12, 0.55),
        line('M70 -140Q140 -70 146 40', '#FFFFFF', 5, 0.45),
      ),
    }),
    ball(oval(0, 0, 92, 88), shaded(colour, 0.06), { rim: 20 }),
    line(spiral, shaded(colour, 0.34), 7, 0.8),
    soft(2, at(-3, -3, line(spiral, lit(colour, 0.5), 4, 0.7))),
  )
}

/** A towel folded in three, the fold at its right end, seen from the front; foot at y = 0. */
export function towelFold(w: number, h: number, colour: Colour): Svg {
  const r = h / 2
  const d = `M${num(-w / 2 + 14)} ${num(-h)}H${num(w / 2 - r)}A${num(r)} ${num(r)} 0 0 1 ${num(w / 2 - r)} 0H${num(-w / 2 + 14)}Q${num(-w / 2)} 0 ${num(-w / 2)} -14V${num(-h + 14)}Q${num(-w / 2)} ${num(-h)} ${num(-w / 2 + 14)} ${num(-h)}Z`
  const loops = Array.from({ length: 60 }, (_, i) =>
    fill(
      oval(-w / 2 + ((i * 67) % w), -h + ((i * 29) % h), 4, 2.6),
      i % 2 ? lit(colour, 0.35) : shaded(colour, 0.14),
      0.5,
    ),
  )
  const crease = (y: number): Svg =>
    join(
      line(`M${num(-w / 2)} ${num(y)}H${num(w / 2 - r * 1.1)}`, shaded(colour, 0.4), 5, 0.6),
      line(`M${num(-w / 2)} ${num(y + 5)}H${num(w / 2 - r * 1.1)}`, lit(colour, 0.5), 3, 0.6),
    )
  const stripe = (x: number, width: number): Svg =>
    line(`M${num(x)} ${num(-h)}Q${num(x + 8)} ${num(-h / 2)} ${num(x)} 0`, '#FFFFFF', width, 0.6)
  return solid(d, colour, {
    rim: 30,
    skin: join(...loops, crease(-h * 0.66), crease(-h * 0.33), stripe(-w * 0.3, 16), stripe(-w * 0.23, 6)),
  })
}

/** A kitchen sponge in the oblique view: soft below, scouring pad on top; foot at y = 0. */
export function sponge(w: number, colour: Colour, pad: Colour): Svg {
  const h = w * 0.34
  const dx = w * 0.24
  const dy = -w * 0.17
  const face = (y0: number, y1: number, c: Colour): Svg =>
    join(
      solid(
        polygon([
          [-w / 2, y0],
          [w / 2, y0],
          [w / 2, y1],
          [-w / 2, y1],
        ]),
        c,
        { rim: 10, depth: 0.7 },
      ),
      fill(
        polygon([
          [w / 2, y0],
          [w / 2 + dx, y0 + dy],
          [w / 2 + dx, y1 + dy],
          [w / 2, y1],
        ]),
        shaded(c, 0.24),
      ),
    )
  const pores = Array.from({ length: 26 }, (_, i) =>
    fill(
      oval(
        -w / 2 + ((i * 47) % w),
        -h * 0.68 + ((i * 31) % (h * 0.66)),
        3 + (i % 3) * 1.6,
        2.4 + (i % 2) * 1.6,
      ),
      shaded(colour, 0.3),
      0.55,
    ),
  )
  return join(
    face(-h * 0.74, 0, colour),
    clip(slab(-w / 2, -h * 0.74, w, h * 0.74), join(...pores)),
    face(-h, -h * 0.74, pad),
    solid(
      polygon([
        [-w / 2, -h],
        [w / 2, -h],
        [w / 2 + dx, -h + dy],
        [-w / 2 + dx, -h + dy],
      ]),
      lit(pad, 0.14),
      {
        rim: 6,
        depth: 0.5,
        skin: faded(
          0.4,
          join(
            ...Array.from({ length: 30 }, (_, i) =>
              line(
                `M${num(-w / 2 + ((i * 53) % (w * 1.2)))} ${num(-h + dy + ((i * 17) % (w * 0.17)))}l9 4`,
                shaded(pad, 0.4),
                2.4,
              ),
            ),
          ),
        ),
      },
    ),
  )
}

/** A soap bubble. */
export const bubble = (x: number, y: number, r: number): Svg =>
  join(
    fill(oval(x, y, r), '#FFFFFF', 0.4),
    `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="none" stroke="#FFFFFF" stroke-width="${num(Math.max(2, r * 0.1))}" opacity=".9"/>`,
    gloss(x - r * 0.35, y - r * 0.4, r * 0.26, r * 0.16, -30, 0.95, 1),
  )

/** A pump head for bottles; its collar's middle at (0, 0), rising above. */
export const pump = (colour: Colour): Svg =>
  join(
    solid(slab(-9, -66, 18, 60, 4), lit(colour, 0.2), { rim: 6 }),
    solid('M-34 -98H26Q40 -98 42 -84V-70H-30L-86 -56Q-98 -54 -98 -66Q-98 -74 -88 -78Z', colour, { rim: 12 }),
    turned(
      vessel(
        [
          [-12, 38],
          [10, 40],
          [30, 40],
        ],
        0.14,
        0,
      ),
      colour,
    ),
  )

/** An open umbrella seen from the side, point up; the handle's hook at y = 290. */
export function umbrella(colour: Colour, lining: Colour = mix(colour, '#2A2320', 0.6)): Svg {
  const dome =
    'M-300 40C-280 -120 -150 -210 0 -214C150 -210 280 -120 300 40Q252 -4 200 36Q150 -12 100 34Q50 -14 0 32Q-50 -14 -100 34Q-150 -12 -200 36Q-252 -4 -300 40Z'
  const ribs = [-200, -100, 0, 100, 200]
  return join(
    fill(
      'M-296 40Q0 -60 296 40Q252 4 200 40Q150 0 100 40Q50 0 0 40Q-50 0 -100 40Q-150 0 -200 40Q-252 4 -296 40Z',
      lining,
    ),
    line('M0 -10V236Q0 284 44 284Q84 284 84 246', '#7A4F2C', 17),
    line('M-3 -10V232', '#B98654', 5),
    solid(dome, colour, {
      depth: 0.7,
      rim: 44,
      skin: join(
        ...ribs.map((x) =>
          join(
            fill(
              `M0 -214Q${x * 0.9} -150 ${x} 60L${x + 50} 60Q${(x + 50) * 0.9} -150 0 -214Z`,
              shaded(colour, 0.3),
              x > 0 ? 0.28 : 0.14,
            ),
            line(`M0 -214Q${x * 0.9} -150 ${x} 40`, lit(colour, 0.4), 3, 0.7),
          ),
        ),
      ),
    }),
    line('M0 -214V-246', '#8C8F92', 9),
    ...[-300, -200, -100, 0, 100, 200, 300].map((x) =>
      fill(oval(x, x % 200 === 0 ? 36 : 38, 6), lit(colour, 0.4)),
    ),
  )
}
