import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Studio } from './browser'

const CELL = 180
const COLUMNS = 8

/** A contact sheet of finished files, to look at them side by side as they will be seen. */
export async function sheet(studio: Studio, files: readonly string[]): Promise<Buffer> {
  const shown = files.filter((file) => !/@360|-2\.webp$/.test(file))
  const rows = Math.ceil(shown.length / COLUMNS)
  const cells = shown.map((file, i) => {
    const type = extname(file).slice(1).replace('jpg', 'jpeg')
    const data = readFileSync(file)
    const [x, y] = [(i % COLUMNS) * CELL, Math.floor(i / COLUMNS) * (CELL + 20)]
    return `<image x="${x + 4}" y="${y + 4}" width="${CELL - 8}" height="${CELL - 8}" href="data:image/${type};base64,${data.toString(
      'base64',
    )}"/><text x="${x + 6}" y="${y + CELL + 8}" font-size="12" font-family="sans-serif">${basename(file)} ${Math.round(data.length / 100) / 10}k</text>`
  })
  const [width, height] = [COLUMNS * CELL, rows * (CELL + 20)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${cells.join('')}</svg>`
  return studio.raster(svg, width, height, 'png')
}
