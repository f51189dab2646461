import { type Browser, chromium, type Page } from 'playwright-core'

export type Format = 'webp' | 'jpeg' | 'png'

/** Turns SVG into pixels in headless Chromium; nothing is fetched. */
export type Studio = {
  /** The raster of an SVG document at `width` × `height`; `quality` 0–1 for WebP and JPEG. */
  raster(svg: string, width: number, height: number, format: Format, quality?: number): Promise<Buffer>
  /** RGBA bytes, row by row. */
  pixels(svg: string, width: number, height: number): Promise<Uint8Array>
  close(): Promise<void>
}

const PAINT = `async ({ svg, width, height }) => {
  const image = new Image()
  image.src = 'data:image/svg+xml;base64,' + svg
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(image, 0, 0, width, height)
  return canvas
}`

/** Opens the studio. Chromium is looked for at `CHROMIUM_PATH`, else where Debian installs it. */
export async function openStudio(): Promise<Studio> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  const page: Page = await browser.newPage()
  const run = (expression: string, svg: string, width: number, height: number): Promise<string> =>
    page.evaluate(
      `(${PAINT})(${JSON.stringify({ svg: Buffer.from(svg).toString('base64'), width, height })}).then((canvas) => ${expression})`,
    )
  return {
    async raster(svg, width, height, format, quality = 0.9) {
      const url = await run(`canvas.toDataURL('image/${format}', ${quality})`, svg, width, height)
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    },
    async pixels(svg, width, height) {
      const text = await run(
        `(() => {
          const data = canvas.getContext('2d').getImageData(0, 0, ${width}, ${height}).data
          let text = ''
          for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192))
          return btoa(text)
        })()`,
        svg,
        width,
        height,
      )
      return new Uint8Array(Buffer.from(text, 'base64'))
    },
    close: () => browser.close(),
  }
}
