import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { fen } from '../../../domain/money'
import { runDue, type Sweep } from '../../../server/platform/jobs/sweeper'
import { categories, products, skus } from '../../../server/schema/catalogue'
import type { Person } from './people-builders'
import type { Answer, TestShop } from './shop'
import type { WeChatShop } from './wechat-shop'

export interface SkuOptions {
  readonly priceFen?: number
  readonly listPriceFen?: number | null
  readonly available?: number
  readonly limitPerOrder?: number | null
  readonly spec?: Record<string, string>
  readonly isOnSale?: boolean
}

export interface ShelfOptions {
  readonly title?: string
  readonly subtitle?: string
  readonly tags?: string[]
  readonly categoryId?: string
  readonly isOnSale?: boolean
  readonly isStaffPick?: boolean
  readonly position?: number
  readonly createdAt?: number
  readonly skus?: readonly SkuOptions[]
}

export interface Shelf {
  readonly productId: string
  readonly categoryId: string
  /** Of the first SKU. */
  readonly skuId: string
  readonly skuIds: readonly string[]
}

let made = 0

export async function aCategory({ deps }: TestShop, name = `类目 ${++made}`): Promise<string> {
  const id = randomUUID()
  await deps.db.insert(categories).values({ id, name, position: ++made })
  return id
}

/** A product with its SKUs on the shelf: one of 29.90 with ten pieces unless told. */
export async function aShelf(shop: TestShop, options: ShelfOptions = {}): Promise<Shelf> {
  const { db, clock } = shop.deps
  const n = ++made
  const at = options.createdAt ?? clock.now()
  const categoryId = options.categoryId ?? (await aCategory(shop))
  const productId = randomUUID()
  const wanted = options.skus ?? [{}]
  await db.insert(products).values({
    id: productId,
    code: `shelf-${n}`,
    title: options.title ?? '烟台红富士苹果',
    subtitle: options.subtitle ?? '',
    tags: options.tags ?? [],
    categoryId,
    images: [`products/shelf-${n}.webp`],
    specNames: Object.keys(wanted[0]?.spec ?? {}),
    isOnSale: options.isOnSale ?? true,
    isStaffPick: options.isStaffPick ?? false,
    position: options.position ?? n,
    createdAt: at,
    updatedAt: at,
  })
  const rows = wanted.map((sku, position) => ({
    id: randomUUID(),
    code: `shelf-${n}-${position}`,
    productId,
    spec: sku.spec ?? {},
    priceFen: fen(sku.priceFen ?? 2990),
    listPriceFen: sku.listPriceFen ? fen(sku.listPriceFen) : null,
    available: sku.available ?? 10,
    limitPerOrder: sku.limitPerOrder ?? null,
    isOnSale: sku.isOnSale ?? true,
    position,
    updatedAt: at,
  }))
  await db.insert(skus).values(rows)
  const skuIds = rows.map((row) => row.id)
  return { productId, categoryId, skuId: skuIds[0]!, skuIds }
}

/** What stands on the shelf of a SKU. */
export async function shelfOf({ deps }: TestShop, skuId: string) {
  const [row] = await deps.db
    .select({ available: skus.available, reserved: skus.reserved, sold: skus.sold })
    .from(skus)
    .where(eq(skus.id, skuId))
  return row
}

export const HOME_ADDRESS = {
  name: '张伟',
  phone: '13800138000',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '文三路 1 号 2 幢 301',
}

/** An address of this person; answers its id. */
export async function anAddress(shop: TestShop, person: Person, change: object = {}): Promise<string> {
  const body = { ...HOME_ADDRESS, ...change }
  const answer = await shop.call('POST', '/addresses', { token: person.token, body })
  if (answer.status !== 200) throw new Error(`an address was refused: ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

export interface Wish {
  readonly skuId: string
  readonly quantity: number
}

/** Coupons for each slot; none for a slot left out. */
export interface Coupons {
  readonly goods?: string | null
  readonly freight?: string | null
}

/** The body of an order for these lines at today's price, which is asked for first. */
export async function anOrderRequest(
  shop: TestShop,
  person: Person,
  lines: readonly Wish[],
  coupons: Coupons = {},
) {
  const addressId = await anAddress(shop, person)
  const couponIds = { goods: null, freight: null, ...coupons }
  const body = { lines, addressId, couponIds }
  const quote = await shop.call('POST', '/quotes', { token: person.token, body })
  return {
    requestId: randomUUID(),
    lines,
    addressId,
    couponIds,
    expectedPayableFen: quote.status === 200 ? quote.body.payableFen : 1,
    sentAt: shop.clock.now(),
  }
}

/** Sends an order; `change` replaces parts of the request. */
export async function orders(
  shop: TestShop,
  person: Person,
  lines: readonly Wish[],
  change: { readonly couponIds?: Coupons; readonly [part: string]: unknown } = {},
): Promise<Answer> {
  const body = { ...(await anOrderRequest(shop, person, lines, change.couponIds)), ...change }
  return shop.call('POST', '/orders', { token: person.token, body })
}

/** An unpaid order of one SKU; answers the order. */
export async function anUnpaidOrder(
  shop: TestShop,
  person: Person,
  skuId: string,
  quantity = 1,
  change: { readonly couponIds?: Coupons } = {},
) {
  const { status, body } = await orders(shop, person, [{ skuId, quantity }], change)
  if (status !== 200) throw new Error(`an order was refused: ${JSON.stringify(body)}`)
  return body
}

/** Asks for the parameters of wx.requestPayment. */
export const prepays = (shop: TestShop, person: Person, orderId: string): Promise<Answer> =>
  shop.call('POST', `/orders/${orderId}/pay`, { token: person.token })

/** Pays in WeChat with parameters from `prepays`; nothing reaches the shop yet but WeChat's notification. */
export const paysInWeChat = (shop: WeChatShop, { user }: Person, params: object, outcome = 'ok') =>
  shop.app('pay', { user, ...params, outcome })

/** Prepays and pays. */
export async function pays(shop: WeChatShop, person: Person, orderId: string): Promise<void> {
  const { status, body } = await prepays(shop, person, orderId)
  if (status !== 200) throw new Error(`a payment was refused: ${JSON.stringify(body)}`)
  await paysInWeChat(shop, person, body)
}

/** The order as its member sees it now. */
export async function seesOrder(shop: TestShop, person: Person, orderId: string) {
  const { body } = await shop.call('GET', `/orders/${orderId}`, { token: person.token })
  return body
}

/** Moves the shop's and WeChat's clock forward. */
export const waits = ({ clock }: TestShop, ms: number): void => clock.setOffsetMs(clock.offsetMs() + ms)

/** Carries out every job that is due. */
export const runsJobs = ({ deps }: TestShop): Promise<Sweep> => runDue(deps, deps.clock.now())
