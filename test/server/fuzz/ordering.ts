import { MINUTE_MS } from '../../../domain/shop-time'
import type { ModelCoupon } from './model'
import { cheapest, reckon } from './reckoning'
import type { Player, Table } from './table'

type Wish = Readonly<Record<string, number>>
interface Choice {
  readonly goods: string | null
  readonly freight: string | null
}

/** A request as it was shown and not sent yet. */
export interface Draft {
  readonly player: Player
  readonly wish: Wish
  readonly choice: Choice
  readonly expected: number
}

const UNPAID_MOST = 5
const TO_PAY_MS = 15 * MINUTE_MS

/** What members do with carts: ask for the price, order at it, order at an old one, order twice at once. */
export function ordering({ chance, model, world, requestId }: Table) {
  const aWish = (): Wish =>
    Object.fromEntries(
      chance.some([...model.skus.keys()], chance.between(1, 3)).map((id) => [id, chance.between(1, 3)]),
    )

  /** Asks for the price, holds it against every pair of coupons, and keeps a draft of the order. */
  async function quote(player: Player): Promise<Draft | null> {
    const wish = aWish()
    const pieces = model.piecesOf(wish)
    const mine = model.couponsOf(player.memberId)
    const usable = mine.filter(model.isUsable)
    const asked = { lines: linesOf(wish), addressId: player.addressId }
    const { status, body } = await world.ask('POST', '/quotes', player.token, asked)
    if (!model.canBeHad(wish)) {
      expect([status, body.code]).toEqual([409, 'sku.out_of_stock'])
      return null
    }
    expect(status).toBe(200)
    expect(body.payableFen).toBe(cheapest(pieces, usable))
    const fit = usable.filter((coupon) => reckon(pieces, ...slots(coupon)) !== null).map(({ id }) => id)
    const offered = body.coupons.usable.map(({ coupon }: { coupon: { id: string } }) => coupon.id)
    expect([...offered].sort()).toEqual(fit.sort())
    const listed = body.coupons.unusable.map(({ coupon }: { coupon: { id: string } }) => coupon.id)
    const others = mine.filter(
      (coupon) => !fit.includes(coupon.id) && (model.isUsable(coupon) || coupon.state === 'reserved'),
    )
    expect([...listed].sort()).toEqual(others.map(({ id }) => id).sort())
    if (chance.percent(60)) {
      const { goods, freight } = body.coupons
      const choice = { goods: goods?.coupon.id ?? null, freight: freight?.coupon.id ?? null }
      return { player, wish, choice, expected: body.payableFen }
    }
    const own = { goods: pickOf(mine, 'goods'), freight: pickOf(mine, 'freight') }
    const bill = billOf(wish, own)
    const second = await world.ask('POST', '/quotes', player.token, { ...asked, couponIds: own })
    expect([second.status, second.body.payableFen]).toEqual(bill ? [200, bill.payable] : [409, undefined])
    return bill ? { player, wish, choice: own, expected: bill.payable } : null
  }

  const pickOf = (coupons: readonly ModelCoupon[], slot: ModelCoupon['slot']): string | null => {
    const of = coupons.filter((coupon) => coupon.slot === slot)
    return of.length === 0 || chance.percent(30) ? null : chance.pick(of).id
  }

  /** What the order would cost now; null where a coupon of the choice cannot be used. */
  function billOf(wish: Wish, { goods, freight }: Choice) {
    const chosen = [goods, freight].map((id) => (id === null ? null : model.coupons.get(id)!))
    if (chosen.some((coupon) => coupon && !model.isUsable(coupon))) return null
    const [one = null, other = null] = chosen
    return reckon(model.piecesOf(wish), one, other)
  }

  async function order({ player, wish, choice, expected }: Draft): Promise<void> {
    const body = {
      requestId: requestId(),
      lines: linesOf(wish),
      addressId: player.addressId,
      couponIds: choice,
      expectedPayableFen: expected,
      sentAt: model.now,
    }
    const answer = await world.ask('POST', '/orders', player.token, body)
    const bill = billOf(wish, choice)
    const unpaid = model.ordersOf(player.memberId).filter(({ state }) => state === 'unpaid').length
    const code =
      unpaid >= UNPAID_MOST
        ? 'order.too_many_unpaid'
        : !model.canBeHad(wish)
          ? 'sku.out_of_stock'
          : !bill
            ? 'coupon.not_usable'
            : bill.payable !== expected
              ? 'order.price_changed'
              : null
    expect([answer.status, answer.body.code ?? null]).toEqual([code ? 409 : 200, code])
    if (code || !bill) return
    expect(answer.body.payableFen).toBe(expected)
    model.place({
      id: answer.body.id,
      number: answer.body.number,
      memberId: player.memberId,
      pieces: model.piecesOf(wish),
      bill,
      couponIds: [choice.goods, choice.freight].filter((id) => id !== null),
      expiresAt: model.now + TO_PAY_MS,
      state: 'unpaid',
      isLate: false,
      wasPaid: false,
      paidAt: null,
      closedAt: 0,
      createdAt: model.now,
      groupId: model.groupNow(player.memberId),
      back: {},
      refunded: 0,
      ledger: 0,
    })
  }

  /** Two orders at once for one coupon: never both. */
  async function race(draft: Draft): Promise<void> {
    const { player, wish, choice, expected } = draft
    const bill = billOf(wish, choice)
    const twice = Object.fromEntries(Object.entries(wish).map(([id, n]) => [id, n * 2]))
    const unpaid = model.ordersOf(player.memberId).filter(({ state }) => state === 'unpaid').length
    const isFair = bill?.payable === expected && model.canBeHad(twice) && unpaid + 2 <= UNPAID_MOST
    if (!isFair || (choice.goods ?? choice.freight) === null) return order(draft)
    const body = {
      lines: linesOf(wish),
      addressId: player.addressId,
      couponIds: choice,
      expectedPayableFen: expected,
      sentAt: model.now,
    }
    const answers = await Promise.all(
      [requestId(), requestId()].map((id) =>
        world.ask('POST', '/orders', player.token, { ...body, requestId: id }, 6),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { id, number } = answers.find(({ status }) => status === 200)!.body
    const couponIds = [choice.goods, choice.freight].filter((one) => one !== null)
    const fresh = {
      state: 'unpaid',
      isLate: false,
      wasPaid: false,
      paidAt: null,
      closedAt: 0,
      createdAt: model.now,
      groupId: model.groupNow(player.memberId),
      back: {},
      refunded: 0,
      ledger: 0,
    } as const
    const { memberId } = player
    const pieces = model.piecesOf(wish)
    model.place({
      ...fresh,
      id,
      number,
      memberId,
      pieces,
      bill: bill!,
      couponIds,
      expiresAt: model.now + TO_PAY_MS,
    })
  }

  return { quote, order, race }
}

const linesOf = (wish: Wish) => Object.entries(wish).map(([skuId, quantity]) => ({ skuId, quantity }))

const slots = (coupon: ModelCoupon): [ModelCoupon | null, ModelCoupon | null] =>
  coupon.slot === 'goods' ? [coupon, null] : [null, coupon]
