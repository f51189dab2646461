import { join } from 'node:path'
import type { Format, Studio } from './browser'
import { products } from './catalogue'
import { CARD_ROOM, factsCard } from './facts-card'
import { fitted, solidBox } from './frame'
import { CATEGORIES, medallion } from './icons/category'
import { EMPTY } from './icons/empty'
import { LOGO } from './icons/logo'
import { TABS, tabIcon } from './icons/tab'
import { picture } from './kit/scene'
import type { Svg } from './kit/svg'
import { DRAWINGS } from './products/all'

/** One file to make: an SVG document, its size, and the bytes it may have. */
export type Piece = {
  readonly file: string
  readonly svg: Svg
  readonly width: number
  readonly height: number
  readonly format: Format | 'indexed-png'
  readonly mostBytes: number
}

const ROOT = join(__dirname, '..', '..')
const PICTURES = join(ROOT, 'demo', 'pictures')
const ASSETS = join(ROOT, 'src', 'assets')

const SQUARE_ROOM = { x: 52, y: 92, w: 646, h: 560 }
const SHARE_ROOM = { x: 60, y: 52, w: 630, h: 492 }

const kB = 1000

/** The pictures of one drawing: 750, 360, and for a product the share card's and the facts card. */
async function picturesOf(studio: Studio, name: string): Promise<Piece[]> {
  const drawing = DRAWINGS[name]
  if (!drawing) throw new Error(`${name} is in the catalogue but not drawn`)
  const { ground, art } = drawing
  const box = await solidBox(studio, art)
  const square = picture(ground, fitted(art, box, SQUARE_ROOM), [750, 750])
  const to = (path: string) => join(PICTURES, path)
  const pieces: Piece[] = [
    {
      file: to(`products/${name}.webp`),
      svg: square,
      width: 750,
      height: 750,
      format: 'webp',
      mostBytes: 60 * kB,
    },
    {
      file: to(`products/${name}@360.webp`),
      svg: square,
      width: 360,
      height: 360,
      format: 'webp',
      mostBytes: 20 * kB,
    },
  ]
  const product = products().find(({ code }) => code === name)
  if (!product) return pieces
  const wide = picture(ground, fitted(art, box, SHARE_ROOM), [500, 400], '0 0 750 600')
  const card = factsCard(ground, fitted(art, box, CARD_ROOM), product.facts)
  return [
    ...pieces,
    {
      file: to(`products/${name}-2.webp`),
      svg: card,
      width: 750,
      height: 750,
      format: 'webp',
      mostBytes: 60 * kB,
    },
    { file: to(`share/${name}.jpg`), svg: wide, width: 500, height: 400, format: 'jpeg', mostBytes: 40 * kB },
  ]
}

async function categoryIcons(studio: Studio): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const [name, { ground, art }] of Object.entries(CATEGORIES)) {
    const room = { x: 18, y: 30, w: 132, h: 108 }
    const svg = medallion(ground, fitted(art, await solidBox(studio, art), room))
    pieces.push({
      file: join(PICTURES, 'categories', `${name}.webp`),
      svg,
      width: 168,
      height: 168,
      format: 'webp',
      mostBytes: 12 * kB,
    })
  }
  return pieces
}

/** What comes with the app's package, and the shop's mark. */
function fixed(): Piece[] {
  const tabs = TABS.flatMap((name) =>
    [false, true].map(
      (isChosen): Piece => ({
        file: join(ASSETS, 'tab', `${name}${isChosen ? '-on' : ''}.png`),
        svg: tabIcon(name, isChosen),
        width: 81,
        height: 81,
        format: 'indexed-png',
        mostBytes: 4 * kB,
      }),
    ),
  )
  const empty = Object.entries(EMPTY).map(
    ([name, svg]): Piece => ({
      file: join(ASSETS, 'empty', `${name}.png`),
      svg,
      width: 300,
      height: 300,
      format: 'indexed-png',
      mostBytes: 6 * kB,
    }),
  )
  return [
    ...tabs,
    ...empty,
    {
      file: join(PICTURES, 'logo.png'),
      svg: LOGO,
      width: 512,
      height: 512,
      format: 'indexed-png',
      mostBytes: 40 * kB,
    },
  ]
}

/** Every name that can be asked for: the catalogue's pictures, then `icons`. */
export const names = (): string[] => [
  ...products().flatMap(({ code, skuPictures }) => [code, ...skuPictures]),
  'icons',
]

/** The files behind a name. */
export const piecesOf = async (studio: Studio, name: string): Promise<Piece[]> =>
  name === 'icons' ? [...(await categoryIcons(studio)), ...fixed()] : picturesOf(studio, name)
