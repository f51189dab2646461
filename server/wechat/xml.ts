export type XmlValue = string | { readonly [name: string]: XmlValue } | readonly XmlValue[]
export type XmlFields = { readonly [name: string]: XmlValue }

/** WeChat's XML nests a few levels; deeper is no message of WeChat's. */
const DEEPEST = 8
const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)\s*(\/?)>|([^<]+)/gy
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

interface Open {
  readonly name: string
  text: string
  readonly children: Record<string, XmlValue>
}

/**
 * The fields inside `<xml>…</xml>` as WeChat and WeCom write them: elements, CDATA and text, nothing else. An element
 * that repeats is a list. Null for anything that is not of this form; DOCTYPE and entities of its own are never read.
 */
export function readXml(source: string): XmlFields | null {
  const stack: Open[] = [{ name: '', text: '', children: Object.create(null) }]
  const text = source.trim().replace(/^<\?xml[^>]*\?>\s*/, '')
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const found = TOKEN.exec(text)
    if (!found) return null
    const [, cdata, isEnd, name, isEmpty, plain] = found
    const top = stack.at(-1)!
    if (cdata !== undefined) top.text += cdata
    else if (plain !== undefined)
      top.text += plain.replace(/&(lt|gt|amp|quot|apos);/g, (_, word) => ENTITIES[word]!)
    else if (isEnd) {
      if (top.name !== name || stack.length === 1) return null
      stack.pop()
      put(stack.at(-1)!.children, name, contentOf(top))
    } else if (isEmpty) put(top.children, name!, '')
    else if (stack.length > DEEPEST) return null
    else stack.push({ name: name!, text: '', children: Object.create(null) })
  }
  const { xml } = stack[0]!.children
  return stack.length === 1 && typeof xml === 'object' && !Array.isArray(xml) ? (xml as XmlFields) : null
}

const contentOf = ({ text, children }: Open): XmlValue =>
  Object.keys(children).length > 0 ? { ...children } : text.trim()

function put(fields: Record<string, XmlValue>, name: string, value: XmlValue): void {
  const before = fields[name]
  if (before === undefined) fields[name] = value
  else fields[name] = Array.isArray(before) ? [...before, value] : [before, value]
}
