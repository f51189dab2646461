import { type Colour, shaded } from '../kit/colour'
import { along, type Point, polar, polygon, ribbon, rounded, through } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, edge, gloss, solid } from '../kit/solid'
import { clip, faded, fill, join, line, num, oval, type Svg, soft } from '../kit/svg'

/** A block of pork belly in the oblique view: skin on top, layers to the front; foot at y = 0. */
export function porkBelly(w: number, h: number, deep: number): Svg {
  const dx = deep * 0.55
  const dy = -deep * 0.42
  const wave = (y: number, phase: number): Point[] =>
    Array.from(
      { length: 9 },
      (_, i): Point => [-w / 2 + (w * i) / 8, y + Math.sin(i * 1.3 + phase) * h * 0.035],
    )
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
  const layers: readonly (readonly [number, Colour])[] = [
    [0, '#E3B48C'],
    [0.07, '#FBE6DC'],
    [0.24, '#D9635C'],
    [0.42, '#FCEAE0'],
    [0.56, '#D2544F'],
    [0.76, '#FBE3D8'],
    [0.86, '#C94B48'],
  ]
  const bands = layers.map(([t, c], i) => {
    const top = wave(-h + h * t, i)
    return fill(
      `${through(top, false)}L${num(w / 2 + 400)} ${num(-h + h * t)}L${num(w / 2 + 400)} 60L${num(-w / 2 - 20)} 60L${num(-w / 2 - 20)} ${num(-h + h * t)}Z`,
      c,
    )
  })
  const sideBands = layers.map(([t, c]) =>
    fill(
      polygon([
        [w / 2, -h + h * t],
        [w / 2 + dx, -h + h * t + dy],
        [w / 2 + dx, 60],
        [w / 2, 60],
      ]),
      shaded(c, 0.2),
    ),
  )
  const top = polygon([
    [-w / 2, -h],
    [w / 2, -h],
    [w / 2 + dx, -h + dy],
    [-w / 2 + dx, -h + dy],
  ])
  const streaks = Array.from({ length: 7 }, (_, i) =>
    line(
      `M${num(-w / 2 + 20 + i * w * 0.14)} ${num(-h * (i % 2 ? 0.66 : 0.34))}q${num(w * 0.05)} -6 ${num(w * 0.09)} 0`,
      '#F6C3B4',
      4,
      0.7,
    ),
  )
  return join(
    clip(side, join(...sideBands)),
    clip(front, join(...bands, ...streaks)),
    edge(front, '#D9635C', 26, 0.7),
    solid(top, '#EBC6A0', {
      rim: 8,
      depth: 0.7,
      skin: join(
        ...[0.2, 0.45, 0.7].map((t) =>
          line(`M${num(-w / 2 + w * t)} ${num(-h - 8)}l${num(dx * 0.8)} ${num(dy * 0.7)}`, '#D3A276', 3, 0.5),
        ),
      ),
    }),
  )
}

/** A length of spare rib: meat round a bone whose ends show; lies level about (0, 0), about 240 long. */
export function rib(seed = 1, length = 240): Svg {
  const next = random(seed)
  const l = length / 2
  const d = through([
    [-l, -30],
    [-l * 0.4, -42 + between(next, -5, 5)],
    [l * 0.3, -40],
    [l, -32],
    [l + 12, 2],
    [l - 2, 34],
    [l * 0.3, 44],
    [-l * 0.5, 40 + between(next, -5, 5)],
    [-l - 4, 32],
    [-l - 12, 0],
  ])
  const fat = Array.from({ length: 6 }, () => {
    const x = between(next, -l + 20, l - 60)
    const y = between(next, -30, 30)
    return line(
      `M${num(x)} ${num(y)}q20 ${num(between(next, -10, 10))} 46 0`,
      '#F9D5C8',
      between(next, 4, 9),
      0.75,
    )
  })
  return join(
    solid(d, '#CF5750', {
      rim: 26,
      skin: join(line(`M${num(-l)} -34Q0 -50 ${num(l)} -36`, '#FBE0D4', 15, 0.85), ...fat),
    }),
    ball(oval(l + 2, 2, 19, 22), '#F6E3C6', { rim: 10 }),
    fill(oval(l + 3, 3, 9, 11), '#B5473F'),
    gloss(-l * 0.3, -20, l * 0.4, 6, 0, 0.3, 4),
  )
}

/** A raw steak seen from above-front, about 380 wide. */
export function steak(): Svg {
  const outline: readonly Point[] = [
    [-186, -20],
    [-150, -88],
    [-60, -112],
    [40, -96],
    [120, -112],
    [182, -70],
    [190, 0],
    [150, 70],
    [70, 92],
    [-10, 78],
    [-90, 104],
    [-164, 66],
  ]
  const d = through(outline)
  const marbling: readonly (readonly [string, number])[] = [
    ['M-130 -30Q-90 -60 -50 -30T40 -40', 8],
    ['M-120 30Q-70 0 -20 26T80 10', 7],
    ['M60 -60Q90 -30 140 -40', 7],
    ['M-60 -76Q-20 -60 10 -76', 5],
    ['M-90 62Q-50 44 -30 60', 5],
    ['M70 50Q110 40 140 10', 6],
    ['M-20 -10Q10 10 40 -6', 5],
    ['M-150 0Q-130 14 -110 4', 5],
    ['M96 -16q20 8 40 -4', 4],
  ]
  return join(
    `<g transform="translate(6 30)">${fill(d, '#7E2426')}</g>`,
    `<g transform="translate(3 16)">${fill(d, '#A23131')}</g>`,
    solid(d, '#F8DDCB', { rim: 16 }),
    `<g transform="translate(4 4) scale(.9 .86)">${solid(d, '#C63B3C', { rim: 26, skin: join(...marbling.map(([m, w]) => line(m, '#F7C6B8', w, 0.85)), soft(10, fill(oval(-70, -40, 70, 26), '#E46A5C', 0.6))) })}</g>`,
    fill(
      through([
        [40, 20],
        [66, 0],
        [92, 14],
        [80, 40],
        [50, 44],
      ]),
      '#F8DDCB',
      0.95,
    ),
  )
}

/** A roll of thin-sliced lamb: spiral end to the viewer, about 150 wide. */
export function meatRoll(seed = 1): Svg {
  const next = random(seed)
  const turns: Point[] = Array.from({ length: 42 }, (_, i) => {
    const a = i * 0.42 + seed
    const r = 8 + i * 1.45
    return [Math.cos(a) * r, Math.sin(a) * r * 0.92]
  })
  const d = polar(14, () => 72 + between(next, -3, 3), 0.94)
  const back = 'M-66 -30C-40 -120 60 -150 110 -96C130 -60 110 0 66 30Z'
  return join(
    solid(back, '#CE5A55', {
      rim: 26,
      skin: join(
        line('M-40 -66Q20 -130 96 -84', '#F9DDD3', 13, 0.9),
        line('M-30 -30Q40 -100 112 -50', '#F6CFC4', 9, 0.8),
        line('M10 -10Q60 -60 104 -20', '#F9DDD3', 8, 0.8),
      ),
    }),
    ball(d, '#D2605B', { rim: 14 }),
    clip(
      d,
      join(
        line(through(turns, false), '#FBE9E1', 9, 0.95),
        line(
          through(
            turns.map(([x, y]): Point => [x * 0.9 + 3, y * 0.9 + 2]),
            false,
          ),
          '#B8433F',
          3.4,
          0.55,
        ),
      ),
    ),
  )
}

/** A cured sausage along a centre line, wrinkled and flecked with fat. */
export function sausage(centre: (t: number) => Point, width = 34, colour: Colour = '#A8322B', seed = 4): Svg {
  const next = random(seed)
  const flecks = Array.from({ length: 34 }, () => {
    const [x, y] = centre(between(next, 0.03, 0.97))
    return fill(
      oval(
        x + between(next, -width, width),
        y + between(next, -width, width) * 0.8,
        between(next, 4, 9),
        between(next, 3, 6),
      ),
      '#EBB39B',
      0.75,
    )
  })
  const creases = Array.from({ length: 9 }, (_, i) => {
    const [x, y] = centre(0.08 + i * 0.1)
    return line(
      `M${num(x - width)} ${num(y - 6)}q${num(width)} 12 ${num(width * 2)} -2`,
      shaded(colour, 0.5),
      3.4,
      0.5,
    )
  })
  return join(
    solid(ribbon(centre, rounded(width, 0.3), 20), colour, { rim: 26, skin: join(...flecks, ...creases) }),
    faded(
      0.5,
      soft(
        3,
        line(
          along((t) => [centre(t)[0] - width * 0.42, centre(t)[1] - width * 0.2], 0.1, 0.9),
          '#FFD9C4',
          6,
        ),
      ),
    ),
  )
}
