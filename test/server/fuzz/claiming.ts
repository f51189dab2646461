import { DAY_MS } from '../../../domain/shop-time'
import type { ModelCampaign, ModelCoupon } from './model'
import type { Player, Table } from './table'

/** What members do with campaigns: claim, climb, and all at once. */
export function claiming({ chance, model, world, players, requestId }: Table) {
  async function claim(player: Player, campaign: ModelCampaign, from: ModelCoupon | null): Promise<void> {
    const rank = model.rankFor(player.memberId, campaign, from)
    const body = { requestId: requestId(), ...(from && { upgradeOf: from.id }) }
    const answer = await world.ask('POST', `/campaigns/${campaign.id}/claims`, player.token, body)
    expect([answer.status, answer.body.tierRank ?? null]).toEqual(rank === null ? [409, null] : [200, rank])
    if (rank !== null) model.claim(player.memberId, campaign, rank, answer.body.id, from)
    const again = await world.ask('POST', `/campaigns/${campaign.id}/claims`, player.token, body, 0)
    expect(again.body.id).toBe(answer.body.id)
  }

  /** Everybody taps at once, some of them twice: as many are served as there is left for, and one each. */
  async function rush(campaign: ModelCampaign): Promise<void> {
    const isOpenToAll = campaign.perGroup === null && campaign.tiers.every(({ gate }) => gate === null)
    if (!isOpenToAll) return
    const taps = players.flatMap((player) => {
      const body = { requestId: requestId() }
      return chance.percent(50)
        ? [
            { player, body },
            { player, body },
          ]
        : [{ player, body }]
    })
    const path = `/campaigns/${campaign.id}/claims`
    const answers = await Promise.all(
      taps.map(({ player, body }) => world.ask('POST', path, player.token, body, 3)),
    )
    const made = new Map<string, Player>()
    for (const [i, { status, body }] of answers.entries())
      if (status === 200) made.set(body.id, taps[i]!.player)
    const ranks = [...made.keys()].map((id) => answers.find(({ body }) => body.id === id)!.body.tierRank)
    const given: number[] = []
    for (const [id, { memberId }] of made) {
      const rank = model.rankFor(memberId, campaign, null)
      expect(rank).not.toBeNull()
      given.push(rank!)
      // Who got which rung is the shop's choice; which rungs were given is not.
      model.claim(memberId, campaign, rank!, id, null)
    }
    expect([...ranks].sort()).toEqual([...given].sort())
    for (const [id] of made) {
      const { tierRank } = answers.find(({ body }) => body.id === id)!.body
      const tier = campaign.tiers[tierRank - 1]!
      const validUntil = model.now + tier.days * DAY_MS
      Object.assign(model.coupons.get(id)!, { rank: tierRank, ...pickTier(tier), validUntil })
    }
    for (const { memberId } of players) {
      if (![...made.values()].some((player) => player.memberId === memberId)) {
        expect(model.rankFor(memberId, campaign, null)).toBeNull()
      }
    }
  }

  async function upgrade(): Promise<void> {
    const mine = [...model.coupons.values()].filter(({ memberId }) =>
      players.some((it) => it.memberId === memberId),
    )
    if (mine.length === 0) return
    const coupon = chance.pick(mine)
    await claim(
      players.find((it) => it.memberId === coupon.memberId)!,
      model.campaigns.get(coupon.campaignId)!,
      coupon,
    )
  }

  return { claim, rush, upgrade }
}

const pickTier = ({ threshold, bps, cap }: ModelCampaign['tiers'][number]) => ({ threshold, bps, cap })
