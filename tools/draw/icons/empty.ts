import { fill, join, line, oval, type Svg, slab } from '../kit/svg'

/**
 * Drawings of a screen's states, 300 × 300, few flat colours: they travel in the app's package, so each must stay below
 * 6 kB. They read on light and dark ground alike.
 */
const TINT = '#FBE3D8'
const PALE = '#FFF6F0'
const ACCENT = '#E5532D'
const SOFT = '#F2A48B'
const LINE = '#8A7462'
const LEAF = '#8DB06B'

const ground = join(fill(oval(150, 142, 112, 104), TINT), fill(oval(150, 256, 92, 10), '#D9C7B8', 0.55))
const spark = (x: number, y: number, r: number): Svg =>
  line(`M${x - r} ${y}h${2 * r}M${x} ${y - r}v${2 * r}`, SOFT, 4)
const drawn = (...parts: readonly Svg[]): Svg =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 300 300">${join(ground, ...parts)}</svg>`

const basketRibs = [104, 127, 150, 173, 196].map((x) =>
  line(`M${x} 166L${150 + (x - 150) * 0.82} 238`, SOFT, 4),
)

export const EMPTY: Readonly<Record<string, Svg>> = {
  cart: drawn(
    spark(58, 92, 8),
    spark(246, 116, 6),
    line('M96 152C100 78 200 78 204 152', LINE, 9),
    fill('M76 150H224L208 236Q205 252 188 252H112Q95 252 92 236Z', PALE),
    ...basketRibs,
    line('M76 150H224L208 236Q205 252 188 252H112Q95 252 92 236Z', LINE, 6),
    fill(slab(66, 138, 168, 26, 13), ACCENT),
    fill('M150 128C146 96 166 74 196 72C198 102 180 124 150 128Z', LEAF),
    line('M152 126Q170 104 188 82', '#FFFFFF', 3.4, 0.8),
  ),
  orders: drawn(
    spark(60, 110, 7),
    spark(240, 84, 8),
    fill('M70 138L150 106L230 138V228L150 258L70 228Z', '#E8B98A'),
    fill('M150 168L230 138V228L150 258Z', '#D39E6C'),
    fill('M70 138L150 168L124 196L46 164Z', '#F3CFA8'),
    fill('M230 138L150 168L176 196L254 164Z', '#EBC093'),
    fill('M70 138L150 106L230 138L150 168Z', '#B98656'),
    line('M70 138L150 168L230 138M150 168V258', LINE, 4, 0.6),
    fill('M142 94C132 70 146 52 168 46C174 70 164 88 142 94Z', LEAF),
    fill(slab(96, 200, 30, 16, 4), ACCENT),
  ),
  offline: drawn(
    fill(
      'M92 190C58 190 52 144 88 140C92 96 152 86 168 124C206 112 230 150 212 178C206 188 196 190 188 190Z',
      PALE,
    ),
    line(
      'M92 190C58 190 52 144 88 140C92 96 152 86 168 124C206 112 230 150 212 178C206 188 196 190 188 190Z',
      LINE,
      6,
    ),
    line('M150 190V214', LINE, 6),
    fill(slab(132, 212, 36, 26, 8), ACCENT),
    line('M141 212V204M159 212V204', LINE, 5),
    line('M150 240C150 262 190 250 206 256', LINE, 5),
    line('M122 146q10 -9 20 0M164 146q10 -9 20 0', LINE, 5),
    line('M140 168q13 -10 26 0', LINE, 5),
    spark(236, 96, 8),
  ),
  coupons: drawn(
    spark(56, 116, 7),
    spark(244, 100, 8),
    `<g transform="rotate(-9 150 160)">${join(
      fill(
        'M58 120Q58 108 70 108H230Q242 108 242 120V142A18 18 0 0 0 242 178V200Q242 212 230 212H70Q58 212 58 200V178A18 18 0 0 0 58 142Z',
        PALE,
      ),
      fill('M182 108H230Q242 108 242 120V142A18 18 0 0 0 242 178V200Q242 212 230 212H182Z', ACCENT),
      line('M182 116V206', '#FFFFFF', 4),
      line('M92 138L112 162L132 138M112 162V190M96 168H128', SOFT, 8),
      line('M202 148H224M202 168H216', '#FFE2D6', 7),
      line(
        'M58 120Q58 108 70 108H230Q242 108 242 120V142A18 18 0 0 0 242 178V200Q242 212 230 212H70Q58 212 58 200V178A18 18 0 0 0 58 142Z',
        LINE,
        5,
        0.75,
      ),
    )}</g>`,
  ),
  failed: drawn(
    spark(62, 108, 7),
    spark(242, 92, 8),
    fill('M78 150H222C222 204 196 244 150 244C104 244 78 204 78 150Z', PALE),
    fill(
      'M78 150L106 166L124 146L148 172L170 146L194 166L222 150C222 204 196 244 150 244C104 244 78 204 78 150Z',
      '#FFFFFF',
    ),
    line(
      'M78 150L106 166L124 146L148 172L170 146L194 166L222 150C222 204 196 244 150 244C104 244 78 204 78 150Z',
      LINE,
      6,
    ),
    fill('M112 118L142 100L158 128L130 140Z', PALE),
    line('M112 118L142 100L158 128L130 140Z', LINE, 5),
    line('M118 200h.1M182 200h.1', LINE, 12),
    line('M134 222q16 -14 32 0', LINE, 6),
    line('M84 178Q88 196 96 210', ACCENT, 6),
    line('M216 178Q212 196 204 210', ACCENT, 6),
  ),
}
