import { type Colour, lit, mix, shaded } from '../kit/colour'
import { cubic, ribbon, through } from '../kit/curve'
import { between, random } from '../kit/random'
import { ball, edge, solid } from '../kit/solid'
import { blend, clip, faded, fill, join, line, oval, type Svg, soft } from '../kit/svg'

/** A whole fish, head to the left, about 560 long about (0, 0). */
export function fish(back: Colour = '#6F8793', belly: Colour = '#F3F4EE'): Svg {
  const body = through([
    [-270, 14],
    [-220, -46],
    [-120, -84],
    [0, -86],
    [110, -58],
    [190, -22],
    [232, -14],
    [232, 22],
    [190, 28],
    [110, 60],
    [0, 88],
    [-120, 90],
    [-220, 60],
  ])
  const tail =
    'M222 -8C250 -50 290 -86 322 -96C306 -50 302 -10 304 6C306 30 316 60 330 92C296 86 250 52 222 16Z'
  const next = random(14)
  const scales: Svg[] = []
  for (let row = 0; row < 7; row++) {
    for (let i = 0; i < 15; i++) {
      const x = -120 + i * 22 + (row % 2) * 11
      const y = -66 + row * 20
      scales.push(line(`M${x} ${y - 9}q12 9 0 18`, shaded(back, 0.3), 2.4, 0.32))
    }
  }
  const spots = Array.from({ length: 18 }, () =>
    fill(
      oval(between(next, -150, 180), between(next, -80, -36), between(next, 3, 6)),
      shaded(back, 0.5),
      0.5,
    ),
  )
  return join(
    solid(tail, shaded(back, 0.1), {
      rim: 16,
      skin: join(...[-60, -30, 0, 30, 60].map((y) => line(`M226 2L322 ${y}`, shaded(back, 0.4), 3, 0.4))),
    }),
    solid(
      'M-110 -78C-90 -130 -40 -146 20 -134C60 -126 100 -104 130 -52C60 -80 -20 -90 -110 -78Z',
      shaded(back, 0.12),
      {
        rim: 14,
        skin: join(
          ...[-80, -50, -20, 10, 40, 70].map((x) =>
            line(`M${x} -74L${x + 8} -140`, shaded(back, 0.45), 3, 0.45),
          ),
        ),
      },
    ),
    solid('M-60 84C-50 120 -20 134 10 132C6 112 10 96 16 84Z', shaded(back, 0.06), { rim: 10 }),
    solid('M90 62C100 92 124 104 150 104C146 84 148 62 152 46Z', shaded(back, 0.06), { rim: 10 }),
    blend(body, [
      [0, back],
      [0.42, mix(back, belly, 0.45)],
      [0.68, belly],
      [1, shaded(belly, 0.14)],
    ]),
    clip(body, join(...scales, ...spots, line('M-150 -10Q30 -30 226 2', shaded(back, 0.3), 3, 0.5))),
    edge(body, back, 34, 0.8),
    clip(body, soft(6, line('M-240 -34Q-100 -78 60 -66', '#FFFFFF', 12, 0.5))),
    line('M-158 -70C-124 -30 -124 40 -156 78', shaded(back, 0.4), 6, 0.7),
    line('M-142 -40C-122 -10 -124 24 -142 46', shaded(back, 0.3), 4, 0.4),
    solid('M-110 16C-70 6 -34 22 -20 48C-50 60 -90 54 -114 38Z', mix(back, belly, 0.3), {
      rim: 8,
      skin: join(line('M-108 24L-30 44M-108 32L-44 52', shaded(back, 0.3), 3, 0.5)),
    }),
    fill(oval(-212, -12, 22), '#F7F1DC'),
    fill(oval(-214, -12, 20), '#FDFBF2'),
    fill(oval(-215, -11, 12), '#22282C'),
    fill(oval(-219, -16, 4.4), '#FFFFFF'),
    line('M-270 22Q-246 30 -226 24', shaded(back, 0.5), 5),
  )
}

/** A thick cut of salmon in the oblique view, skin at the far edge; foot at y = 0, about 400 wide. */
export function salmon(colour: Colour = '#F4804F'): Svg {
  const top = through(
    [
      [-190, -74],
      [-110, -138],
      [40, -166],
      [170, -150],
      [206, -116],
      [140, -70],
      [20, -52],
      [-120, -44],
    ],
    true,
    0.8,
  )
  const front =
    'M-190 -74C-150 -30 -40 -44 20 -52C90 -60 170 -86 206 -116L208 -52C180 -16 90 8 10 14C-70 20 -160 14 -190 -14Z'
  const veins = [-130, -86, -42, 2, 46, 90, 134].map((x) =>
    line(`M${x - 10} -58Q${x + 24} -96 ${x + 8} -156`, '#FBD6BF', 6, 0.9),
  )
  const frontVeins = [-150, -108, -66, -24, 18, 60, 102, 144, 180].map((x) =>
    line(`M${x} ${x > 80 ? -90 : -60}Q${x - 10} -20 ${x + 8} 16`, '#FBD6BF', 5.4, 0.85),
  )
  return join(
    fill(
      'M-194 -26C-170 30 -60 34 20 28C100 22 190 0 212 -46L208 -30C190 20 90 36 10 40C-80 44 -180 34 -194 -4Z',
      '#7E8B93',
    ),
    solid(front, shaded(colour, 0.1), { rim: 24, skin: join(...frontVeins) }),
    solid(top, colour, {
      rim: 20,
      skin: join(...veins, soft(10, fill(oval(-20, -130, 120, 24), '#FFB58C', 0.6))),
    }),
  )
}

/** A chunk of hairtail: silver side with its cut end toward the viewer's right, about 250 wide. */
export function hairtail(): Svg {
  const side =
    'M-124 -44C-60 -60 60 -60 112 -46C126 -20 126 26 112 48C60 62 -60 62 -124 46C-134 20 -134 -20 -124 -44Z'
  return join(
    blend(side, [
      [0, '#8FA4B4'],
      [0.18, '#DCE7EE'],
      [0.4, '#F8FCFE'],
      [0.62, '#C9D6DF'],
      [0.86, '#E8F0F4'],
      [1, '#93A5B2'],
    ]),
    clip(
      side,
      join(
        line('M-130 4Q0 -8 120 4', '#9FB2BF', 3, 0.7),
        soft(3, line('M-120 -26Q0 -40 100 -28', '#FFFFFF', 9, 0.8)),
        soft(4, line('M-120 34Q0 46 100 36', '#FFE9CC', 7, 0.4)),
      ),
    ),
    line('M-110 -50l10 -16m18 12l10 -18m20 14l9 -18m22 16l9 -18m24 17l8 -18m26 18l7 -17', '#A9B8C2', 5, 0.9),
    solid(oval(112, 1, 26, 48), '#F7E3D7', { rim: 12 }),
    line('M112 -40V44M98 -22Q112 -8 126 -22M98 24Q112 10 126 24', '#E2B6A2', 4, 0.8),
    ball(oval(112, 2, 8, 9), '#FFF7EF', { rim: 4 }),
  )
}

/** A whole squid, tentacles to the lower right, about 520 long, laid from upper left. */
export function squid(colour: Colour = '#E9C7CF'): Svg {
  const next = random(19)
  const freckles = Array.from({ length: 90 }, () =>
    fill(
      oval(between(next, -270, 60), between(next, -80, 80), between(next, 2, 4.6)),
      '#A5526C',
      between(next, 0.25, 0.6),
    ),
  )
  const arms = [-52, -34, -17, 0, 17, 34, 52].map((y, i) => {
    const end = 240 + (i % 2) * 24
    const d = ribbon(
      cubic([80, y * 0.7], [140, y * 1.2], [190, y * 1.9 + (i % 2 ? 26 : -26)], [end, y * 1.5]),
      (t) => 15 - t * 10,
      10,
    )
    return solid(d, i % 2 ? shaded(colour, 0.06) : colour, {
      rim: 10,
      skin: join(
        ...Array.from({ length: 6 }, (_, k) =>
          fill(oval(120 + k * 22, y * (1 + k * 0.12), 3.4), '#C98A9C', 0.6),
        ),
      ),
    })
  })
  return join(
    ...arms,
    solid(
      'M-286 0C-250 -60 -196 -110 -150 -112C-140 -70 -150 -30 -160 0C-150 30 -140 70 -150 112C-196 110 -250 60 -286 0Z',
      shaded(colour, 0.05),
      { rim: 22 },
    ),
    solid('M-290 0C-230 -50 -120 -84 40 -70C52 -40 52 40 40 70C-120 84 -230 50 -290 0Z', colour, {
      rim: 40,
      skin: join(...freckles, soft(12, line('M-250 -10Q-120 -40 30 -30', '#C77C93', 22, 0.3))),
    }),
    ball(oval(66, 0, 44, 54), lit(colour, 0.1), { rim: 20 }),
    fill(oval(70, -32, 14), '#FFF8EE'),
    fill(oval(72, -31, 9), '#2B2230'),
    fill(oval(70, 34, 13), '#FFF8EE'),
    fill(oval(72, 35, 8), '#2B2230'),
    faded(0.5, soft(5, line('M-240 -24Q-120 -58 10 -50', '#FFFFFF', 10))),
  )
}
