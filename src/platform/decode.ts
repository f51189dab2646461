/** Percent-decoding that hands the text itself back where it is not encoded or not well-formed. */
export function decodeOnce(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
