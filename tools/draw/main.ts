/**
 * Draws the demo shop's pictures and the app's icons: `npx tsx tools/draw/main.ts [name …] [--sheet FILE.png]`.
 * Without names everything is drawn anew. Needs Chromium (`CHROMIUM_PATH`); the results are kept in the repository, so
 * nobody needs it to run the shop.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { openStudio, type Studio } from './browser'
import { indexedPng } from './indexed-png'
import { sheet } from './sheet'
import { names, type Piece, piecesOf } from './work'

/** Encodes with the best quality that keeps within the piece's bytes. */
async function encoded(
  studio: Studio,
  { svg, width, height, format, mostBytes, file }: Piece,
): Promise<Buffer> {
  if (format === 'indexed-png') {
    const pixels = await studio.pixels(svg, width, height)
    for (const colours of [128, 64, 48, 32, 24, 16]) {
      const png = indexedPng(pixels, width, height, colours)
      if (png.length <= mostBytes) return png
    }
  } else {
    for (const quality of [0.9, 0.86, 0.8, 0.72, 0.6]) {
      const bytes = await studio.raster(svg, width, height, format, quality)
      if (bytes.length <= mostBytes) return bytes
    }
  }
  throw new Error(`${file} does not fit into ${mostBytes} bytes`)
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--sheet')
  const sheetFile = at < 0 ? null : args[at + 1]
  const asked = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1))
  const all = names()
  const unknown = asked.filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Error(`not in the catalogue: ${unknown.join(', ')}`)
  const studio = await openStudio()
  let bytes = 0
  const made: string[] = []
  try {
    for (const name of asked.length > 0 ? asked : all) {
      for (const piece of await piecesOf(studio, name)) {
        const data = await encoded(studio, piece)
        mkdirSync(dirname(piece.file), { recursive: true })
        writeFileSync(piece.file, data)
        bytes += data.length
        made.push(piece.file)
      }
    }
    if (sheetFile) writeFileSync(sheetFile, await sheet(studio, made))
  } finally {
    await studio.close()
  }
  console.log(`${made.length} files, ${(bytes / 1e6).toFixed(2)} MB`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
