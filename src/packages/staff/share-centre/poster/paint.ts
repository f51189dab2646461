/** The poster is one picture for everybody, so it has the light palette of styles/tokens in numbers of its own. */
export const PAINT = {
  page: '#f6f4f1',
  card: '#ffffff',
  ink: '#1f1b16',
  second: '#5f5850',
  third: '#766e64',
  line: '#ece7e0',
  accent: '#bf3a15',
  tint: '#fdeee8',
} as const

type Brush = CanvasRenderingContext2D

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Corners one by one, from the upper left clockwise; older WeChat has no `roundRect`. */
export function roundedPath(
  brush: Brush,
  { x, y, width, height }: Box,
  [a, b, c, d]: readonly number[],
): void {
  brush.beginPath()
  brush.moveTo(x + (a ?? 0), y)
  brush.arcTo(x + width, y, x + width, y + height, b ?? 0)
  brush.arcTo(x + width, y + height, x, y + height, c ?? 0)
  brush.arcTo(x, y + height, x, y, d ?? 0)
  brush.arcTo(x, y, x + width, y, a ?? 0)
  brush.closePath()
}

interface Words {
  readonly at: readonly [number, number]
  readonly size: number
  readonly color: string
  readonly isBold?: boolean
  readonly align?: CanvasTextAlign
}

/** Sets the pen, for measuring or writing. */
export function holdPen(brush: Brush, { size, isBold }: Pick<Words, 'size' | 'isBold'>): void {
  brush.font = `${isBold ? 'bold' : 'normal'} ${size}px sans-serif`
}

/** Writes one line on its baseline; answers where it ends. */
export function write(
  brush: Brush,
  text: string,
  { at: [x, y], color, align = 'left', ...pen }: Words,
): number {
  holdPen(brush, pen)
  brush.fillStyle = color
  brush.textAlign = align
  brush.fillText(text, x, y)
  return x + brush.measureText(text).width
}

/** Fills the box with the middle of the picture, as `aspectFill` does. */
export function fillWith(brush: Brush, picture: HTMLImageElement, box: Box): void {
  const scale = Math.max(box.width / picture.width, box.height / picture.height)
  const [width, height] = [box.width / scale, box.height / scale]
  const [x, y] = [(picture.width - width) / 2, (picture.height - height) / 2]
  brush.drawImage(picture, x, y, width, height, box.x, box.y, box.width, box.height)
}
