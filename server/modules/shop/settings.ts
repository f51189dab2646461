import { MessageTemplates } from '@contract/message'
import { COUPON_LIMITS, type CouponLimits } from '@domain/coupon/validate'
import { DEFAULT_LIMITS, type OrderLimits } from '@domain/order/limits'
import type { FreightTemplate } from '@domain/pricing/types'
import { DEFAULT_TRUST_LIMITS, type TrustLimits } from '@domain/trust/suspect'
import { type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/database'
import { settings } from '../../schema/catalogue'

/** Everything a merchant can set, each under the key of its name in the table `settings`. */
export interface Settings {
  readonly shopName: string
  readonly announcement: string
  readonly servicePhone: string | null
  readonly freight: FreightTemplate
  readonly limits: OrderLimits
  readonly couponLimits: CouponLimits
  /** Which template of WeChat's console tells what; null is not told. */
  readonly messageTemplates: MessageTemplates
  readonly trust: TrustLimits
  /** How long a staff member's card credits them; a printed code does for good. */
  readonly cardLifeDays: number
}

const Rule = Type.Object({
  fee: Type.Integer({ minimum: 0 }),
  freeOver: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
})
const Template = Type.Object({
  id: Type.String(),
  elsewhere: Type.Union([Rule, Type.Null()]),
  areas: Type.Array(Type.Object({ codes: Type.Array(Type.String()), rule: Type.Union([Rule, Type.Null()]) })),
})
const MaybeText = Type.Union([Type.String(), Type.Null()])
const Positive = Type.Integer({ minimum: 1 })

/** What a setting must look like; a row that does not is a broken promise of whoever saved it. */
const SHAPES: Record<keyof Settings, TSchema> = {
  shopName: Type.String({ minLength: 1 }),
  announcement: Type.String(),
  servicePhone: MaybeText,
  freight: Template,
  limits: Type.Object({
    maxQuantityPerLine: Positive,
    maxLinesPerCart: Positive,
    maxUnpaidOrders: Positive,
    reserveMs: Positive,
    autoReceiveMs: Positive,
    matureMs: Positive,
  }),
  couponLimits: Type.Object({ maxMilestone: Positive, maxTiers: Positive }),
  messageTemplates: MessageTemplates,
  trust: Type.Object({
    floodTouches: Positive,
    floodWindowMinutes: Positive,
    cycleTokens: Positive,
    cycleWindowMinutes: Positive,
    ownOpens: Positive,
  }),
  cardLifeDays: Positive,
}

const flat = { fee: 800, freeOver: 5900 } as FreightTemplate['elsewhere']

/** A shop that has set nothing yet: 8 yuan freight, free over 59, everywhere. */
export const DEFAULT_SETTINGS: Settings = {
  shopName: '群店',
  announcement: '',
  servicePhone: null,
  freight: { id: 'default', elsewhere: flat, areas: [] },
  limits: DEFAULT_LIMITS,
  couponLimits: COUPON_LIMITS,
  messageTemplates: { paid: null, shipped: null, refund: null, coupon_expiring: null },
  trust: DEFAULT_TRUST_LIMITS,
  cardLifeDays: 90,
}

const NAMES = Object.keys(SHAPES) as (keyof Settings)[]

/** The shop's settings with the defaults where nothing is saved. Throws on a saved value of the wrong shape. */
export async function readSettings(db: Queryable): Promise<Settings> {
  const rows = await db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, NAMES))
  for (const { key, value } of rows) {
    if (!Value.Check(SHAPES[key as keyof Settings], value)) throw new Error(`setting ${key} is malformed`)
  }
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) }
}

/** Saves one setting. Throws where its shape is wrong. */
export async function saveSetting<K extends keyof Settings>(
  db: Queryable,
  key: K,
  value: Settings[K],
  nowMs: number,
): Promise<void> {
  if (!Value.Check(SHAPES[key], value)) throw new RangeError(`setting ${key} is malformed`)
  await db
    .insert(settings)
    .values({ key, value, updatedAt: nowMs })
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
    })
}
