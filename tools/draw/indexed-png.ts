import { deflateSync } from 'node:zlib'

type Rgba = readonly [number, number, number, number]
type Bucket = { readonly colours: Rgba[]; readonly channel: number; readonly range: number }

function bucketOf(colours: Rgba[]): Bucket {
  let [channel, range] = [0, -1]
  for (let c = 0; c < 4; c++) {
    let [low, high] = [255, 0]
    for (const colour of colours) {
      low = Math.min(low, colour[c] as number)
      high = Math.max(high, colour[c] as number)
    }
    if (high - low > range) [channel, range] = [c, high - low]
  }
  return { colours, channel, range: range * Math.sqrt(colours.length) }
}

/** Median cut: at most `count` colours that stand for the picture's. */
function palette(data: Uint8Array, count: number): Rgba[] {
  const all: Rgba[] = []
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] ?? 0
    all.push(alpha === 0 ? [0, 0, 0, 0] : [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0, alpha])
  }
  let buckets = [bucketOf(all)]
  while (buckets.length < count) {
    const widest = buckets.reduce((best, bucket) => (bucket.range > best.range ? bucket : best))
    if (widest.range <= 0 || widest.colours.length < 2) break
    const sorted = [...widest.colours].sort(
      (a, b) => (a[widest.channel] as number) - (b[widest.channel] as number),
    )
    const middle = Math.floor(sorted.length / 2)
    buckets = [
      ...buckets.filter((bucket) => bucket !== widest),
      bucketOf(sorted.slice(0, middle)),
      bucketOf(sorted.slice(middle)),
    ]
  }
  return buckets.map(({ colours }): Rgba => {
    const mean = (c: number) =>
      Math.round(colours.reduce((sum, colour) => sum + (colour[c] as number), 0) / colours.length)
    return [mean(0), mean(1), mean(2), mean(3)]
  })
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  let crc = 0xffffffff
  for (const byte of body) crc = (CRC[(crc ^ byte) & 255] as number) ^ (crc >>> 8)
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4)
  return out
}

/** A PNG with a palette of at most `count` colours (≤ 256) from RGBA bytes: small enough for the app's package. */
export function indexedPng(data: Uint8Array, width: number, height: number, count: number): Buffer {
  const colours = palette(data, count)
  const known = new Map<number, number>()
  const nearest = (r: number, g: number, b: number, a: number): number => {
    const key = ((r << 24) | (g << 16) | (b << 8) | a) >>> 0
    const seen = known.get(key)
    if (seen !== undefined) return seen
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    colours.forEach(([cr, cg, cb, ca], i) => {
      const distance = (cr - r) ** 2 + (cg - g) ** 2 + (cb - b) ** 2 + 2 * (ca - a) ** 2
      if (distance < least) [best, least] = [i, distance]
    })
    known.set(key, best)
    return best
  }
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4
      const alpha = data[i + 3] ?? 0
      rows[y * (width + 1) + 1 + x] =
        alpha === 0 ? nearest(0, 0, 0, 0) : nearest(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0, alpha)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(colours.map(([, , , a]) => a))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
