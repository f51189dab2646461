/** The longest beginning of `text` that fits into `limit` bytes of UTF-8, never half a character. */
export function clipBytes(text: string, limit: number): string {
  let size = 0
  let clipped = ''
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > limit) return clipped
    clipped += character
  }
  return text
}
