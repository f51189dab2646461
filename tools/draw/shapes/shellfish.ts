import { type Colour, lit, shaded } from '../kit/colour'
import { along, cubic, type Point, ribbon } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, gloss, solid } from '../kit/solid'
import { at, fill, glow, join, line, num, oval, type Svg, soft } from '../kit/svg'

/** A prawn curled about (0, 0), head to the right, about 300 wide. */
export function prawn(colour: Colour = '#F2A07C'): Svg {
  const centre = cubic([92, -34], [-20, -190], [-190, -40], [-60, 96])
  const half = (t: number): number => 50 - t * 30
  const shell = ribbon(centre, (t) => (t < 0.04 ? 40 : half(t)), 20)
  const joints = [0.2, 0.34, 0.48, 0.6, 0.72, 0.84].map((t) => {
    const [x, y] = centre(t)
    const [px, py] = centre(t - 0.02)
    const l = Math.hypot(x - px, y - py)
    const [nx, ny] = [-(y - py) / l, (x - px) / l]
    const w = half(t)
    return join(
      line(
        `M${num(x + nx * w)} ${num(y + ny * w)}Q${num(x - (x - px) * 4)} ${num(y - (y - py) * 4)} ${num(x - nx * w)} ${num(y - ny * w)}`,
        shaded(colour, 0.3),
        6,
        0.65,
      ),
      line(
        `M${num(x + nx * w)} ${num(y + ny * w + 5)}Q${num(x - (x - px) * 5)} ${num(y - (y - py) * 5)} ${num(x - nx * w)} ${num(y - ny * w)}`,
        lit(colour, 0.6),
        4,
        0.6,
      ),
    )
  })
  const legs = [0.24, 0.36, 0.48, 0.6, 0.7].map((t) => {
    const [x, y] = centre(t)
    return line(
      `M${num(x + 20)} ${num(y + 18)}q${num(26 - t * 8)} ${num(20)} ${num(18)} ${num(46 - t * 20)}`,
      shaded(colour, 0.12),
      9,
    )
  })
  const [tx, ty] = centre(1)
  return join(
    line('M160 -50C250 -90 300 -40 320 40', shaded(colour, 0.2), 4.4),
    line('M158 -58C240 -130 320 -110 352 -60', shaded(colour, 0.2), 4.4),
    at(
      tx,
      ty,
      join(
        ...[-34, -6, 22, 48].map((turn) =>
          at(
            0,
            0,
            solid('M-12 -4C-20 30 -18 60 0 78C18 60 20 30 12 -4Z', shaded(colour, 0.12), { rim: 10 }),
            turn - 46,
          ),
        ),
      ),
    ),
    ...legs,
    solid(shell, colour, {
      rim: 30,
      skin: join(soft(9, line(along(centre, 0, 1), lit(colour, 0.6), 18, 0.5)), ...joints),
    }),
    solid(
      'M40 -92C90 -116 140 -96 182 -50C150 -42 128 -18 96 2C60 14 30 -10 26 -44C24 -66 28 -84 40 -92Z',
      lit(colour, 0.06),
      { rim: 22, skin: line('M44 -10Q70 -40 64 -88', shaded(colour, 0.25), 4, 0.5) },
    ),
    line('M120 -86L214 -74', shaded(colour, 0.25), 8),
    ...[
      [80, 6, 104, 56],
      [98, -4, 132, 42],
      [62, 8, 70, 62],
    ].map(([x1, y1, x2, y2]) =>
      line(`M${x1} ${y1}Q${Number(x2) + 12} ${Number(y1) + 14} ${x2} ${y2}`, shaded(colour, 0.12), 7),
    ),
    fill(oval(136, -62, 11), '#241A17'),
    fill(oval(132, -66, 3.6), '#FFFFFF'),
    gloss(-46, -84, 34, 10, -24, 0.4, 4),
  )
}

/** A swimming crab seen from the front above, about 520 wide. */
export function crab(colour: Colour = '#E0703A'): Svg {
  const side = (k: 1 | -1): Svg => {
    const legs = [
      [150, 40, 250, 30, 262, 110],
      [140, 66, 226, 84, 220, 156],
      [120, 84, 190, 128, 168, 188],
    ].map(([x, y, mx, my, ex, ey]) =>
      join(
        line(`M${x} ${y}Q${mx} ${my} ${ex} ${ey}`, shaded(colour, 0.14), 20),
        line(
          `M${x} ${Number(y) - 4}Q${mx} ${Number(my) - 6} ${Number(ex) - 3} ${ey}`,
          lit(colour, 0.3),
          5,
          0.5,
        ),
      ),
    )
    const paddle = solid('M96 92C120 130 112 170 92 206C70 196 58 160 66 108Z', shaded(colour, 0.06), {
      rim: 14,
    })
    const claw = join(
      line('M128 -16C190 -30 216 -70 206 -108', shaded(colour, 0.08), 38),
      line('M128 -22C186 -36 206 -70 198 -104', lit(colour, 0.3), 8, 0.5),
      solid(
        'M176 -96C168 -150 190 -206 226 -236C230 -206 226 -190 222 -172C236 -190 254 -202 266 -206C274 -164 254 -108 216 -84C200 -76 180 -80 176 -96Z',
        colour,
        { rim: 20, skin: fill('M206 -250H280V-176H206Z', shaded(colour, 0.3), 0.45) },
      ),
      ...[
        [226, -190],
        [232, -182],
      ].map(([x, y]) => fill(oval(x as number, y as number, 4), '#FFF3E2')),
    )
    return `<g transform="scale(${k} 1)">${join(...legs, paddle, claw)}</g>`
  }
  const shell =
    'M-244 -14C-214 -40 -180 -60 -140 -74C-70 -100 70 -100 140 -74C180 -60 214 -40 244 -14C210 20 170 74 110 96C60 110 -60 110 -110 96C-170 74 -210 20 -244 -14Z'
  const teeth = [-1, 1].flatMap((k) =>
    [
      [110, -82],
      [140, -74],
      [168, -62],
      [196, -46],
    ].map(([x, y]) =>
      fill(
        `M${k * (Number(x) - 16)} ${Number(y) + 6}L${k * (Number(x) + 6)} ${Number(y) - 14}L${k * (Number(x) + 12)} ${Number(y) + 12}Z`,
        shaded(colour, 0.1),
      ),
    ),
  )
  const spots = [
    [-90, -30],
    [-40, -56],
    [40, -56],
    [90, -30],
    [-120, 10],
    [120, 10],
    [-60, 50],
    [60, 50],
    [0, -20],
    [0, 66],
    [-150, -24],
    [150, -24],
  ].map(([x, y]) => fill(oval(x as number, y as number, 8, 6), '#FFE3C2', 0.7))
  return join(
    side(-1),
    side(1),
    ...teeth,
    ball(shell, colour, {
      rim: 46,
      skin: join(...spots, line('M-64 20Q0 -6 64 20M-30 -40Q0 -52 30 -40', shaded(colour, 0.3), 6, 0.4)),
    }),
    line('M-34 -92V-116M34 -92V-116', shaded(colour, 0.2), 9),
    fill(oval(-34, -120, 12), '#2A1C18'),
    fill(oval(34, -120, 12), '#2A1C18'),
    fill(oval(-38, -124, 4), '#FFFFFF'),
    fill(oval(30, -124, 4), '#FFFFFF'),
    gloss(-80, -54, 60, 12, -12, 0.4, 5),
  )
}

/** A closed clam about 130 wide with its fine patterned bands. */
export function clam(colour: Colour = '#C9A77E', seed = 1): Svg {
  const next = random(seed)
  const d = 'M-64 20C-66 -30 -24 -58 6 -56C44 -54 70 -20 66 18C50 44 -44 48 -64 20Z'
  const bands = [0.86, 0.7, 0.54, 0.38].map(
    (k) =>
      `<g transform="translate(${num(2 - 2 * k)} ${num((1 - k) * -40)}) scale(${num(k)})">${line('M-64 20C-44 48 50 44 66 18', shaded(colour, 0.35), 4 / k, 0.5)}</g>`,
  )
  const zig = Array.from({ length: 7 }, () => {
    const x = between(next, -44, 34)
    const y = between(next, -30, 16)
    return line(`M${num(x)} ${num(y)}l10 -9l9 9l10 -8`, shaded(colour, 0.6), 3.6, 0.6)
  })
  return join(
    fill('M-64 22C-50 56 50 54 66 20C50 40 -44 44 -64 22Z', shaded(colour, 0.4)),
    solid(d, colour, { rim: 22, skin: join(...bands, ...zig) }),
    gloss(-20, -32, 20, 7, -24, 0.5, 3),
  )
}

/** An open clam: two shells and the meat. */
export const openClam = (colour: Colour = '#D5B68E'): Svg =>
  join(
    at(
      4,
      -34,
      solid('M-60 20C-62 -30 -24 -54 6 -52C44 -50 66 -20 62 18C46 44 -44 46 -60 20Z', shaded(colour, 0.05), {
        rim: 16,
        skin: fill(oval(2, 4, 46, 34), '#F6EADB'),
      }),
      -14,
    ),
    at(0, 12, clam(colour, 6), 4),
    ball(oval(-4, -14, 38, 17), '#F3B98C', { rim: 12 }),
    gloss(-14, -20, 12, 4, 0, 0.6, 2),
  )

/** A scallop on its half shell with garlic vermicelli, about 220 wide. */
export function scallop(): Svg {
  const ribs = Array.from({ length: 11 }, (_, i) => -78 + i * 15.6)
  const edge = ribs.map(
    (turn): Point => [Math.sin((turn * Math.PI) / 180) * 112, -Math.cos((turn * Math.PI) / 180) * 96],
  )
  const scallops = `M-26 92L${edge.map(([x, y], i) => (i === 0 ? `${num(x)} ${num(y)}` : `A16 16 0 0 1 ${num(x)} ${num(y)}`)).join(' ')}L26 92Z`
  const next = random(5)
  const noodles = Array.from({ length: 16 }, () =>
    line(
      `M${num(between(next, -66, -30))} ${num(between(next, -30, 40))}q${num(between(next, 20, 50))} ${num(between(next, -40, 40))} ${num(between(next, 70, 120))} ${num(between(next, -20, 20))}`,
      '#FBF4E2',
      5,
      0.95,
    ),
  )
  const garlic = Array.from({ length: 24 }, () =>
    fill(
      oval(between(next, -56, 56), between(next, -46, 34), between(next, 4, 7), between(next, 3, 5)),
      next() > 0.3 ? '#F5D78B' : '#FFF0C2',
    ),
  )
  const onion = Array.from({ length: 9 }, () =>
    at(
      between(next, -50, 50),
      between(next, -44, 30),
      join(fill(oval(0, 0, 7, 5), '#5FA044'), fill(oval(0, 0, 3.4, 2.2), '#CFE7A6')),
    ),
  )
  return join(
    solid('M-46 76L-30 104H30L46 76Z', '#D9A37C', { rim: 10 }),
    solid(scallops, '#E9BE98', {
      rim: 20,
      skin: join(...ribs.map((turn) => at(0, 100, line('M0 -10V-220', '#C98B66', 4, 0.6), turn * 0.62))),
    }),
    fill(oval(0, -6, 86, 66), '#F9EBD8'),
    ...noodles,
    ball(oval(0, -2, 52, 42), '#FDEFD3', { rim: 20 }),
    solid('M34 -30C66 -30 74 10 46 32C30 20 26 -10 34 -30Z', '#F08A52', { rim: 10 }),
    ...garlic,
    ...onion,
    glow(
      oval(0, -2, 80, 60),
      [
        [0, '#FFFFFF', 0.25],
        [1, '#FFFFFF', 0],
      ],
      [0.35, 0.3, 0.5],
    ),
  )
}
