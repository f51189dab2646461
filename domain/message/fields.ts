import { fen, yuanText } from '../money'
import { shopTime } from '../shop-time'

/** What is known about an occasion: texts, fen under `amount`, moments under `time` and `expiresAt`. */
export type FactName =
  | 'orderNumber'
  | 'goods'
  | 'amount'
  | 'time'
  | 'status'
  | 'tip'
  | 'company'
  | 'trackingNumber'
  | 'couponName'
  | 'expiresAt'
export type Facts = Readonly<Partial<Record<FactName, string | number>>>

/** The kinds of template keywords, by the word their key begins with. */
export type FieldKind =
  | 'thing'
  | 'character_string'
  | 'number'
  | 'letter'
  | 'phrase'
  | 'name'
  | 'amount'
  | 'phone_number'
  | 'car_number'
  | 'time'
  | 'date'
  | 'const'

export interface TemplateField {
  /** Such as `thing1`. */
  readonly key: string
  readonly fact: FactName
}

/** `thing12` is a `thing`; null for a key WeChat has no kind for. */
export function kindOf(key: string): FieldKind | null {
  const [, word] = /^([a-z_]+?)\d{1,3}$/.exec(key) ?? []
  return word !== undefined && word in LIMITS ? (word as FieldKind) : null
}

const han = (limit: number) => new RegExp(`^\\p{Script=Han}{1,${limit}}$`, 'u')

/** What each kind takes. developers.weixin.qq.com/miniprogram/dev · subscribeMessage.send, 订阅消息参数值内容限制. */
const LIMITS: Readonly<Record<FieldKind, (text: string) => boolean>> = {
  thing: (text) => [...text].length <= 20,
  character_string: (text) => /^[\x20-\x7e]{1,32}$/.test(text),
  number: (text) => /^-?\d{1,32}(\.\d+)?$/.test(text) && text.length <= 32,
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  phrase: (text) => han(5).test(text),
  name: (text) => han(10).test(text) || /^[A-Za-z ]{1,20}$/.test(text),
  amount: (text) => /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/.test(text),
  phone_number: (text) => /^[0-9+\- ]{1,17}$/.test(text),
  car_number: (text) => [...text].length <= 8,
  time: (text) => /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/.test(text),
  date: (text) => /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/.test(text),
  const: (text) => [...text].length <= 20,
}

/** Which facts a kind of field can show; anything else would be cut to nonsense or refused by WeChat (47003). */
const FITS: Readonly<Record<FactName, readonly FieldKind[]>> = {
  orderNumber: ['character_string', 'number'],
  goods: ['thing'],
  amount: ['amount', 'thing'],
  time: ['time', 'date', 'thing'],
  status: ['phrase', 'thing', 'const'],
  tip: ['thing'],
  company: ['thing'],
  trackingNumber: ['character_string'],
  couponName: ['thing'],
  expiresAt: ['time', 'date', 'thing'],
}

export const fits = (key: string, fact: FactName): boolean => {
  const kind = kindOf(key)
  return kind !== null && FITS[fact].includes(kind)
}

/** A fact as a field shows it, within WeChat's limits; null where it is not known or does not fit. */
export function fieldText({ key, fact }: TemplateField, facts: Facts): string | null {
  const kind = kindOf(key)
  const value = facts[fact]
  if (kind === null || value === undefined || value === '') return null
  const text = cut(kind, written(fact, value))
  return text !== '' && LIMITS[kind](text) ? text : null
}

/** All fields of a template, or the one that has nothing to show. */
export function fieldTexts(
  fields: readonly TemplateField[],
  facts: Facts,
): { readonly data: Readonly<Record<string, string>>; readonly missing: TemplateField | null } {
  const data: Record<string, string> = {}
  for (const field of fields) {
    const text = fieldText(field, facts)
    if (text === null) return { data, missing: field }
    data[field.key] = text
  }
  return { data, missing: null }
}

function written(fact: FactName, value: string | number): string {
  if (fact === 'amount') return `¥${yuanText(fen(Number(value)))}`
  if (fact === 'time' || fact === 'expiresAt') return momentOf(Number(value))
  return String(value).replace(/\s+/g, ' ').trim()
}

/** "2026年7月3日 20:14" */
function momentOf(ms: number): string {
  const { year, month, day, hour, minute } = shopTime(ms)
  return `${year}年${month}月${day}日 ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Names of goods are often longer than a `thing` may be. */
function cut(kind: FieldKind, text: string): string {
  const letters = [...text]
  return kind === 'thing' && letters.length > 20 ? `${letters.slice(0, 19).join('')}…` : text
}
