const HEAD = 8
const FRAME = 12

/** The text a PNG carries under this keyword, such as the id of the mini-program code it shows; null where there is none. */
export function readPngText(png: Uint8Array, keyword: string): string | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = HEAD; at + FRAME <= png.length; at += FRAME + view.getUint32(at)) {
    if (latin(png, at + 4, at + 8) !== 'tEXt') continue
    const [found, text] = latin(png, at + 8, at + 8 + view.getUint32(at)).split('\0')
    if (found === keyword) return text ?? ''
  }
  return null
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))
