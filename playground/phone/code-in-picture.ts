import { readPngText } from './png-text'

/** Under this keyword the simulator's codes carry their id. */
const CODE = 'Code'

/** The mini-program code a picture shows, by its id; null for any other picture. */
export async function codeInPicture(url: string): Promise<string | null> {
  if (!url || /\.(webp|jpe?g|svg)($|\?)/.test(url)) return null
  try {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
    return bytes[0] === 0x89 ? readPngText(bytes, CODE) : null
  } catch {
    return null
  }
}

/** The first code among the pictures drawn on a canvas. */
export async function codeOnCanvas({ drawn = [] }: Drawn): Promise<string | null> {
  const ids = await Promise.all(drawn.map(codeInPicture))
  return ids.find((id) => id !== null) ?? null
}

/** Every code that can be seen on a phone's screen now: pictures, and canvases by what was drawn on them. */
export async function codesOnScreen(screen: Document): Promise<string[]> {
  const isSeen = (element: Element) => element.getClientRects().length > 0
  const pictures = Array.from(screen.images).filter(isSeen)
  const canvases = Array.from(screen.querySelectorAll<Drawn>('canvas')).filter(isSeen)
  const urls = [...pictures.map(({ src }) => src), ...canvases.flatMap(({ drawn = [] }) => drawn)]
  const ids = await Promise.all([...new Set(urls)].map(codeInPicture))
  return [...new Set(ids.filter((id) => id !== null))]
}

/** A canvas that remembers the addresses of the pictures drawn on it. */
export interface Drawn extends HTMLCanvasElement {
  drawn?: string[]
}
