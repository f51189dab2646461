import type { Gate } from '../../../contract/campaign'
import { DAY_MS, HOUR_MS } from '../../../domain/shop-time'
import { moveCampaign, raiseCampaignStock } from '../../../server/modules/coupon/manage/move'
import { aCampaign, aTier } from '../../support/server/campaign-builders'
import { aShelf } from '../../support/server/shop-builders'
import type { ModelCampaign, ModelTier } from './model'
import type { Table } from './table'

/** What the merchant does: goods, marked down or not, and campaigns. */
export function offers({ shop, chance, model, world }: Table) {
  async function newShelf(): Promise<void> {
    const priceFen = chance.percent(20) ? chance.between(1, 9) : chance.between(100, 20_000)
    const available = chance.between(1, 12)
    const { productId, skuId } = await aShelf(shop, { skus: [{ priceFen, available }] })
    const from = model.now + chance.whole(2) * HOUR_MS
    const sale =
      priceFen > 1 && chance.percent(40)
        ? { price: chance.between(1, priceFen - 1), from, until: from + chance.between(1, 30) * HOUR_MS }
        : null
    if (sale) await world.marksDown(skuId, sale.price, sale.from, sale.until)
    model.skus.set(skuId, {
      id: skuId,
      productId,
      listPrice: priceFen,
      sale,
      available,
      reserved: 0,
      sold: 0,
    })
  }

  /** A ladder that any shop would take: each rung asks more and gives more. */
  async function newCampaign(): Promise<void> {
    const slot = chance.percent(70) ? 'goods' : 'freight'
    const total = chance.between(1, 8)
    const productIds = chance.percent(40)
      ? chance.some(
          [...model.skus.values()].map(({ productId }) => productId),
          2,
        )
      : null
    const tiers = []
    let [threshold, gives] = [chance.between(50, 3000), chance.between(1, 40)]
    for (let rank = 1; rank <= chance.between(1, 3); rank++) {
      const isRate = chance.percent(40)
      const bps = isRate ? chance.between(1, 9) * 1000 + rank : 10_000
      tiers.push({
        threshold,
        bps,
        cap: gives,
        stock: rank > 1 && chance.percent(60) ? chance.between(1, total) : null,
        days: chance.between(1, 5),
        gate: chance.percent(rank > 1 ? 60 : 15) ? aGate() : null,
      })
      threshold += chance.between(500, 4000)
      gives = gives * 3 + chance.between(50, 400)
    }
    const from = model.now - DAY_MS
    const perGroup = chance.percent(30) ? chance.between(1, total) : null
    const until = model.now + chance.between(1, 6) * DAY_MS
    const limit = chance.between(1, 3)
    const id = await aCampaign(shop, {
      slot,
      totalStock: total,
      stockPerGroup: perGroup,
      claimFrom: from,
      limitPerMember: limit,
      claimUntil: until,
      scope: productIds ? { kind: 'products', productIds } : { kind: 'all' },
      tiers: tiers.map((tier) =>
        aTier({
          thresholdFen: tier.threshold,
          off:
            tier.bps === 10_000
              ? { kind: 'amount', amountOff: tier.cap }
              : { kind: 'rate', offBps: tier.bps, capFen: tier.cap },
          stock: tier.stock,
          validity: { kind: 'days', days: tier.days },
          gate: gateOf(tier.gate),
        }),
      ),
    }).catch(() => null)
    // A ladder whose rates cross is refused: that is the shop's right, and another one is drawn another time.
    if (id === null) return
    const tierLeft = tiers.map(({ stock }) => stock)
    const fresh = { isPaused: false, left: total, tierLeft, groupLeft: {} }
    model.campaigns.set(id, { id, slot, productIds, from, until, perGroup, limit, tiers, ...fresh })
  }

  const aGate = (): ModelTier['gate'] => {
    const groups = [...new Set([...model.visits.values()].map(({ groupId }) => groupId))]
    return chance.pick([
      { spend: 50_000 },
      { groupId: chance.pick(groups) },
      { buyers: chance.between(1, 2) },
    ])
  }

  const hand = () => ({ staffId: null, nowMs: model.now })

  /** More copies, of the total and of each rung with a stock of its own. */
  async function raise(campaign: ModelCampaign): Promise<void> {
    const more = chance.between(1, 3)
    const addToTiers = campaign.tierLeft.flatMap((left, i) =>
      left === null ? [] : [{ rank: i + 1, add: more }],
    )
    const raised = await raiseCampaignStock(shop.deps, campaign.id, { addTotal: more, addToTiers }, hand())
    expect(raised.ok).toBe(true)
    campaign.left += more
    campaign.tierLeft = campaign.tierLeft.map((left) => (left === null ? null : left + more))
  }

  async function pauseOrResume(campaign: ModelCampaign): Promise<void> {
    const moved = await moveCampaign(shop.deps, campaign.id, campaign.isPaused ? 'resume' : 'pause', hand())
    expect(moved.ok).toBe(true)
    campaign.isPaused = !campaign.isPaused
  }

  return { newShelf, newCampaign, raise, pauseOrResume }
}

/** 500 yuan in twelve months is silver. */
function gateOf(gate: ModelTier['gate']): Gate {
  if (gate === null) return { kind: 'anyone' }
  if ('spend' in gate) return { kind: 'level', from: 'silver' }
  if ('groupId' in gate) return { kind: 'groups', groupIds: [gate.groupId] }
  return { kind: 'milestone', buyers: gate.buyers }
}
