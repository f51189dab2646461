const RPX = /(-?\d*\.?\d+)rpx\b/g
const VH = /(-?\d*\.?\d+)vh\b/g
const SAFE_AREA = /env\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)/g

/** Lengths of WXSS in the drawn phone: `rpx` by its width, `vh` by the page between the bars, its own safe areas. */
export function lengthsInPhone(css: string): string {
  return css
    .replace(RPX, (_, n: string) => `calc(100vw * ${n} / 750)`)
    .replace(VH, (_, n: string) => `calc(var(--page-height) * ${n} / 100)`)
    .replace(SAFE_AREA, (_, side: string) => `var(--phone-safe-${side})`)
}
