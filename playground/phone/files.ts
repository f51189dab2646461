const ROOT = 'wxfile://'

const files = new Map<string, Blob>()
const urls = new Map<string, string>()
/** Codes on pictures whose format has no room for one. */
const codes = new Map<string, string>()

/** Files the app wrote (`wxfile://usr/…`), for as long as this phone is open. */
export function writeFile(path: string, blob: Blob): void {
  forgetUrl(path)
  files.set(path, blob)
}

export function removeFile(path: string): boolean {
  forgetUrl(path)
  return files.delete(path)
}

export const fileAt = (path: string): Blob | undefined => files.get(path)

/** Where the browser reads a written file; null for any other path. */
export function writtenFileUrl(path: string): string | null {
  if (!path.startsWith(ROOT)) return null
  const blob = files.get(path)
  if (!blob) return null
  const url = urls.get(path) ?? URL.createObjectURL(blob)
  urls.set(path, url)
  return url
}

function forgetUrl(path: string): void {
  const url = urls.get(path)
  if (url) URL.revokeObjectURL(url)
  urls.delete(path)
}

export function noteCode(path: string, code: string | null): void {
  if (code) codes.set(path, code)
}

export const notedCode = (path: string): string | null => codes.get(path) ?? null
