import { ok, type Result, refuse } from '../result'
import { type ClaimRefusal, chooseTier, decideUpgrade, seatOf } from './claim'
import { type HeldCoupon, mint } from './coupon'
import type { GateFacts } from './gate'
import { endByUpgrade, moved } from './life'
import { takeSeat } from './stock'
import type { Campaign, StockLeft } from './types'

/** One tap on "claim", or on "upgrade" of the copy `upgradeOf`. */
export interface ClaimWish {
  readonly memberId: string
  /** The same key is the same tap, however often it arrives. */
  readonly requestId: string
  readonly upgradeOf: string | null
  readonly nowMs: number
  /** The id of the copy, should one be made. */
  readonly newId: string
}

/** A copy with the key of the tap that made it. */
export interface KeptClaim {
  readonly coupon: HeldCoupon
  readonly requestId: string
}

export type WishRefusal =
  | ClaimRefusal
  /** No such copy among the member's of this campaign. */
  | { readonly code: 'coupon.unknown' }
  /** The key belongs to another wish. */
  | { readonly code: 'claim.request_reused'; readonly couponId: string }

export interface BatchDecision {
  /** In the order of the wishes. */
  readonly answers: readonly Result<HeldCoupon, WishRefusal>[]
  readonly made: readonly KeptClaim[]
  /** Copies an upgrade ends, with the moment; each must still be `claimed`. */
  readonly ended: readonly { readonly id: string; readonly at: number }[]
  readonly stock: StockLeft
}

/**
 * Decides the claims and upgrades of one campaign one after another, in the order in which they came, each seeing
 * what those before it took. `kept`: every copy these members ever had of the campaign.
 */
export function decideBatch(
  campaign: Campaign,
  wishes: readonly ClaimWish[],
  factsOf: (memberId: string) => GateFacts,
  kept: readonly KeptClaim[],
  stock: StockLeft,
): BatchDecision {
  const byMember = new Map<string, KeptClaim[]>()
  const keptOf = (memberId: string) => byMember.get(memberId) ?? []
  const keep = (claim: KeptClaim) =>
    byMember.set(claim.coupon.memberId, [...keptOf(claim.coupon.memberId), claim])
  for (const claim of kept) keep(claim)

  const made: KeptClaim[] = []
  const ended: { id: string; at: number }[] = []
  let left = stock
  const answers = wishes.map((wish): Result<HeldCoupon, WishRefusal> => {
    const mine = keptOf(wish.memberId)
    const earlier = mine.find(({ requestId }) => requestId === wish.requestId)
    if (earlier) return replay(earlier, wish)
    const old = wish.upgradeOf === null ? null : mine.find(({ coupon }) => coupon.id === wish.upgradeOf)
    if (old === undefined) return refuse({ code: 'coupon.unknown' })
    const facts = factsOf(wish.memberId)
    const seat = old
      ? decideUpgrade(campaign, facts, old.coupon, left, wish.nowMs)
      : chooseTier(
          campaign,
          facts,
          mine.map(({ coupon }) => coupon),
          left,
          wish.nowMs,
        )
    if (!seat.ok) return seat
    if (old) {
      const end = endByUpgrade(old.coupon, wish.nowMs)
      if (!end.ok) throw new Error(`an upgrade was allowed of a copy that is ${old.coupon.state}`)
      byMember.set(
        wish.memberId,
        mine.map((it) => (it === old ? { ...it, coupon: moved(it.coupon, end.value) } : it)),
      )
      ended.push({ id: old.coupon.id, at: wish.nowMs })
    }
    left = takeSeat(campaign, left, seat.value, old ? seatOf(old.coupon) : null)
    const coupon = mint(campaign, campaign.tiers[seat.value.rank - 1]!, {
      id: wish.newId,
      memberId: wish.memberId,
      claimedAt: wish.nowMs,
      groupId: seat.value.groupId,
      upgradedFrom: old?.coupon.id ?? null,
    })
    const claim = { coupon, requestId: wish.requestId }
    keep(claim)
    made.push(claim)
    return ok(coupon)
  })
  return { answers, made, ended, stock: left }
}

const replay = ({ coupon }: KeptClaim, { upgradeOf }: ClaimWish): Result<HeldCoupon, WishRefusal> =>
  coupon.upgradedFrom === upgradeOf
    ? ok(coupon)
    : refuse({ code: 'claim.request_reused', couponId: coupon.id })
