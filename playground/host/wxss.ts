import { posix } from 'node:path'
import postcss, { type AtRule, type Container, type Declaration, type Rule } from 'postcss'
import { lengthsInPhone } from '../lengths'

/** Tags of WXML, which the phone draws as `wx-…` elements. */
const TAGS =
  /(^|[\s>+~,(])(page|view|text|image|button|input|textarea|picker-view-column|picker-view|picker|switch|slider|swiper-item|swiper|scroll-view|canvas|rich-text|radio-group|radio|checkbox-group|checkbox|label|form|icon|progress|navigator|block|movable-area|movable-view|cover-view|cover-image|video|web-view|map|open-data)(?=$|[\s>+~,.:#[)])/g

/**
 * WXSS as the phone's browser reads it: `rpx` by the phone's width, `vh` by the page below the bars, safe areas by the
 * drawn phone, tags as `wx-…`, package pictures below `filesUrl`. With `route`, the rules reach that page alone.
 */
export function wxssToCss(
  path: string,
  readWxss: (path: string) => string | null,
  { filesUrl, route }: { filesUrl: string; route?: string },
): string {
  const root = postcss.parse(readWxss(path) ?? '')
  inlineImports(root, path, readWxss)
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return
    rule.selectors = rule.selectors.map((selector) => scoped(selector, route))
  })
  root.walkDecls((declaration) => {
    declaration.value = valueInPhone(declaration.value, path, filesUrl)
  })
  return root.toString()
}

function inlineImports(root: Container, path: string, readWxss: (path: string) => string | null): void {
  root.walkAtRules('import', (rule: AtRule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
    if (!target) return
    const imported = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)
    const sheet = postcss.parse(readWxss(imported) ?? '')
    inlineImports(sheet, imported, readWxss)
    rule.replaceWith(sheet.nodes)
  })
}

/** `:where` adds nothing to a rule's weight, so a page's rules meet the app's as they do in WeChat. */
function scoped(selector: string, route: string | undefined): string {
  const own = selector.trim().replace(TAGS, (_, before: string, tag: string) => `${before}wx-${tag}`)
  if (!route) return own
  const mark = `:where([data-route="${route}"])`
  return own.startsWith('wx-page') ? own.replace('wx-page', `wx-page${mark}`) : `${mark} ${own}`
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')
}

function valueInPhone(value: Declaration['value'], path: string, filesUrl: string): string {
  return lengthsInPhone(value).replace(
    /url\(\s*(["']?)([^"')]+)\1\s*\)/g,
    (whole, quote: string, url: string) => {
      if (/^(data:|https?:|\/\/)/.test(url)) return whole
      const file = url.startsWith('/') ? url.slice(1) : posix.join(posix.dirname(path), url)
      return `url(${quote}${filesUrl}${file}${quote})`
    },
  )
}
