import type { Page } from 'playwright-core'

/** A text that stands out too little from what is really behind it. */
export interface FaintText {
  readonly name: string
  readonly text: string
  readonly ratio: number
  readonly needed: number
}

/**
 * Text against its real background, by WCAG 2 (1.4.3): 4.5, large text 3. The screen is photographed without its
 * letters, so that pictures and gradients behind them count as they are.
 */
export async function faintTexts(page: Page): Promise<FaintText[]> {
  await page.evaluate(untilStill)
  const style = await page.addStyleTag({
    content: `* { color: transparent !important; -webkit-text-fill-color: transparent !important; text-decoration: none !important; }`,
  })
  const bare = await page.screenshot({ scale: 'css' })
  await style.evaluate((element) => (element as Element).remove())
  return page.evaluate(measure, bare.toString('base64'))
}

/** Runs in the page: waits for colours that are on their way. */
async function untilStill(): Promise<void> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  const ending = document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/** Runs in the page. */
async function measure(bareBase64: string): Promise<FaintText[]> {
  const bytes = Uint8Array.from(atob(bareBase64), (letter) => letter.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes]))
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  context.drawImage(picture, 0, 0)

  const linear = (c: number) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)
  const light = (r: number, g: number, b: number) =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  const ratioOf = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  const opacityOf = (element: Element | null): number =>
    element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1

  const frame = document.querySelector('.frame:not([hidden])')
  const walker = document.createTreeWalker(frame ?? document.body, NodeFilter.SHOW_TEXT)
  const faint = new Map<string, FaintText>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || text === '' || element.closest('[off],[hidden],[aria-disabled="true"]')) continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    // What lies under a bar or a sheet is not read now.
    if (box.width < 2 || !met || !(element.contains(met) || met.contains(element))) continue
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const [r = 0, g = 0, b = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
    const ink = alpha * opacityOf(element)
    const size = Number.parseFloat(fontSize)
    const needed = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5
    const [x, y] = [Math.max(0, Math.round(box.x)), Math.max(0, Math.round(box.y))]
    const width = Math.min(Math.round(box.width), picture.width - x)
    const height = Math.min(Math.round(box.height), picture.height - y)
    if (width < 1 || height < 1) continue
    const { data } = context.getImageData(x, y, width, height)
    const ratios: number[] = []
    const step = 4 * Math.max(1, Math.floor(data.length / 4 / 400))
    for (let at = 0; at + 3 < data.length; at += step) {
      const [br = 0, bg = 0, bb = 0] = data.slice(at, at + 3)
      const over = (front: number, back: number) => front * ink + back * (1 - ink)
      ratios.push(ratioOf(light(over(r, br), over(g, bg), over(b, bb)), light(br, bg, bb)))
    }
    ratios.sort((one, other) => one - other)
    // Edges of shapes behind a letter are no background of it.
    const ratio = ratios[Math.floor(ratios.length * 0.2)] ?? 21
    if (ratio >= needed - 0.05) continue
    const named = element.closest('[class]')?.getAttribute('class') ?? element.localName
    if (!faint.has(named))
      faint.set(named, { name: named, text: text.slice(0, 16), ratio: Math.round(ratio * 100) / 100, needed })
  }
  return [...faint.values()]
}
