import type { Hand, Stage } from './story'

export const PRODUCT = 'pages/product/index'
export const CHECKOUT = 'packages/checkout/pages/checkout/index'
export const STAFF_ORDERS = 'packages/staff/pages/orders/index'
const NEWEST = '.credited-order'

/** Product → choice → checkout, ready to be paid. */
export async function choosesToBuy(hand: Hand): Promise<void> {
  await hand.tap('.product__buy')
  await hand.tap('.sku-sheet__confirm')
  await hand.isAt(CHECKOUT)
}

/** Takes an address from WeChat's address book, after the consent that it needs the first time. */
export async function givesAddress(hand: Hand, isFirst = true): Promise<void> {
  await hand.tap('.address-card__wechat')
  if (isFirst) await hand.tap('同意并继续')
  await hand.tap(['[data-sheet="address"] button', '天平路'])
  await hand.sees(['.frame:not([hidden])', '天平路'])
}

export async function pays(hand: Hand): Promise<void> {
  await hand.tap('.checkout__pay')
  await hand.tap('.pay-confirm')
}

/** The staff member's list of credited orders, and which one stands on top before anything happens. */
export async function looksAtCredit(hand: Hand, stage: Stage, who: string): Promise<void> {
  await stage.opensPage(who, STAFF_ORDERS)
  stage.notes.set('newest', await hand.reads(NEWEST))
}

/** A new order came to the top of the list; `reason` stands in its sentence. */
export async function seesCredit(hand: Hand, stage: Stage, reason: string): Promise<void> {
  const newest = await hand.changes(NEWEST, stage.notes.get('newest') ?? '')
  if (!newest.includes(reason)) throw new Error(`the order's reason has no "${reason}": ${newest}`)
}
