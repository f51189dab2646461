import type { Poster } from '@contract/staff'
import { type Canvas, loadPicture } from '../../../../platform/canvas'
import { yuanParts, yuanText } from '../../../../ui/yuan'
import { linesOf } from './lines'
import { type Box, fillWith, holdPen, PAINT, roundedPath, write } from './paint'

/** In the units of the drawing; the page shows it in this proportion. */
export const POSTER = { width: 750, height: 1240 } as const
/** Sharp enough to be printed as a small flyer. */
const SCALE = 1.5

const CARD: Box = { x: 36, y: 36, width: 678, height: 1168 }
const FIELD: Box = { x: 36, y: 36, width: 678, height: 678 }
const LEFT = 80
const RIGHT = 670
const RADIUS = 28

type Brush = CanvasRenderingContext2D

/** Draws the whole poster. Answers false where its code could not be drawn: without it the poster is none. */
export async function drawPoster(canvas: Canvas, poster: Poster): Promise<boolean> {
  const [code, picture] = await Promise.all([
    loadPicture(canvas, poster.codeDataUri),
    poster.picture && loadPicture(canvas, poster.picture.large),
  ])
  if (!code) return false
  canvas.width = POSTER.width * SCALE
  canvas.height = POSTER.height * SCALE
  const brush = canvas.getContext('2d')
  brush.setTransform(SCALE, 0, 0, SCALE, 0, 0)
  brush.fillStyle = PAINT.page
  brush.fillRect(0, 0, POSTER.width, POSTER.height)
  roundedPath(brush, CARD, [RADIUS, RADIUS, RADIUS, RADIUS])
  brush.fillStyle = PAINT.card
  brush.fill()
  drawField(brush, poster, picture || null)
  drawWords(brush, poster)
  drawFold(brush)
  drawFoot(brush, poster, code)
  return true
}

/** The picture; where there is none, the title large on a tint. */
function drawField(brush: Brush, { title, subtitle }: Poster, picture: HTMLImageElement | null): void {
  brush.save()
  roundedPath(brush, FIELD, [RADIUS, RADIUS, 0, 0])
  brush.clip()
  if (picture) {
    fillWith(brush, picture, FIELD)
  } else {
    brush.fillStyle = PAINT.tint
    brush.fillRect(FIELD.x, FIELD.y, FIELD.width, FIELD.height)
    drawTicket(brush, title, subtitle)
  }
  brush.restore()
}

const TICKET: Box = { x: 96, y: 196, width: 558, height: 358 }
const NOTCH = 26

function drawTicket(brush: Brush, title: string, subtitle: string): void {
  roundedPath(brush, TICKET, [24, 24, 24, 24])
  brush.fillStyle = PAINT.card
  brush.fill()
  brush.fillStyle = PAINT.tint
  for (const x of [TICKET.x, TICKET.x + TICKET.width]) {
    brush.beginPath()
    brush.arc(x, TICKET.y + TICKET.height / 2, NOTCH, 0, 2 * Math.PI)
    brush.fill()
  }
  const lines = wrapped(brush, title, { size: 60, isBold: true }, TICKET.width - 120, 2)
  const first = TICKET.y + TICKET.height / 2 - lines.length * 38 + 30
  for (const [place, line] of lines.entries()) {
    write(brush, line, {
      at: [375, first + place * 76],
      size: 60,
      isBold: true,
      color: PAINT.accent,
      align: 'center',
    })
  }
  const [note = ''] = wrapped(brush, subtitle, { size: 28 }, TICKET.width - 120, 1)
  write(brush, note, {
    at: [375, first + lines.length * 76 - 8],
    size: 28,
    color: PAINT.second,
    align: 'center',
  })
}

/** Title in two lines, what it is in one, and its price where it has one. */
function drawWords(
  brush: Brush,
  { title, subtitle, priceFen, listPriceFen, picture, shopName }: Poster,
): void {
  const isTicket = picture === null
  const head = isTicket ? shopName : title
  const lines = wrapped(brush, head, { size: 40, isBold: true }, RIGHT - LEFT, 2)
  for (const [place, line] of lines.entries()) {
    write(brush, line, { at: [LEFT, 786 + place * 54], size: 40, isBold: true, color: PAINT.ink })
  }
  const below = 786 + lines.length * 54 - 4
  const [note = ''] = wrapped(brush, isTicket ? '领了券再下单' : subtitle, { size: 26 }, RIGHT - LEFT, 1)
  write(brush, note, { at: [LEFT, below], size: 26, color: PAINT.second })
  if (priceFen !== null) drawPrice(brush, priceFen, listPriceFen, below + 82)
}

function drawPrice(brush: Brush, fen: number, listFen: number | null, y: number): void {
  const { yuan, cents } = yuanParts(fen)
  const color = PAINT.accent
  let x = write(brush, '¥', { at: [LEFT, y], size: 34, isBold: true, color })
  x = write(brush, yuan, { at: [x + 4, y], size: 64, isBold: true, color })
  if (cents !== '00') x = write(brush, `.${cents}`, { at: [x, y], size: 34, isBold: true, color })
  if (listFen === null || listFen <= fen) return
  const end = write(brush, yuanText(listFen), { at: [x + 20, y], size: 28, color: PAINT.third })
  brush.strokeStyle = PAINT.third
  brush.lineWidth = 2
  brush.setLineDash([])
  brush.beginPath()
  brush.moveTo(x + 18, y - 10)
  brush.lineTo(end + 2, y - 10)
  brush.stroke()
}

const FOLD_Y = 990

function drawFold(brush: Brush): void {
  brush.strokeStyle = PAINT.line
  brush.lineWidth = 3
  brush.setLineDash([10, 10])
  brush.beginPath()
  brush.moveTo(LEFT, FOLD_Y)
  brush.lineTo(RIGHT, FOLD_Y)
  brush.stroke()
  brush.setLineDash([])
}

/** Who serves, and the code that leads to them. */
function drawFoot(brush: Brush, { staffName, staffTitle, shopName }: Poster, code: HTMLImageElement): void {
  brush.fillStyle = PAINT.tint
  brush.beginPath()
  brush.arc(LEFT + 40, 1072, 40, 0, 2 * Math.PI)
  brush.fill()
  const initial = [...staffName][0] ?? ''
  write(brush, initial, {
    at: [LEFT + 40, 1086],
    size: 38,
    isBold: true,
    color: PAINT.accent,
    align: 'center',
  })
  write(brush, staffName, { at: [LEFT + 104, 1064], size: 32, isBold: true, color: PAINT.ink })
  const [role = ''] = wrapped(brush, `${shopName} · ${staffTitle}`, { size: 24 }, 290, 1)
  write(brush, role, { at: [LEFT + 104, 1102], size: 24, color: PAINT.second })
  write(brush, '长按或扫码进店', { at: [LEFT, 1166], size: 24, color: PAINT.third })
  brush.drawImage(code, RIGHT - 168, 1014, 168, 168)
}

function wrapped(
  brush: Brush,
  text: string,
  pen: { readonly size: number; readonly isBold?: boolean },
  width: number,
  most: number,
): readonly string[] {
  holdPen(brush, pen)
  return linesOf(text, (line) => brush.measureText(line).width, width, most)
}
