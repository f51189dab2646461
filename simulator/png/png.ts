import { deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** CRC-32 as PNG wants it; Node's own came only after the oldest release we run on. */
function crc32(bytes: Buffer): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const crc = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}

export interface IndexedPicture {
  readonly size: number
  /** One palette index per pixel, row by row. */
  readonly pixels: Uint8Array
  readonly palette: readonly (readonly [red: number, green: number, blue: number, alpha: number])[]
  readonly text: Readonly<Record<string, string>>
}

/** A square picture as an 8-bit indexed PNG with its texts. */
export function encodePng({ size, pixels, palette, text }: IndexedPicture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const rows = Buffer.alloc(size * (size + 1))
  for (let y = 0; y < size; y++) rows.set(pixels.subarray(y * size, (y + 1) * size), y * (size + 1) + 1)
  const texts = Object.entries(text).map(([key, value]) =>
    chunk('tEXt', Buffer.from(`${key}\0${value}`, 'latin1')),
  )
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => color.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map(([, , , alpha]) => alpha))),
    ...texts,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The text under `key` in a PNG, or null where there is none. */
export function pngText(png: Buffer, key: string): string | null {
  if (!png.subarray(0, 8).equals(SIGNATURE)) return null
  for (let at = 8; at + 8 <= png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    const [found, value] = png
      .subarray(at + 8, end)
      .toString('latin1')
      .split('\0')
    if (png.toString('latin1', at + 4, at + 8) === 'tEXt' && found === key) return value ?? null
    at = end + 4
  }
  return null
}
