import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/shop-time'
import type { PayShop } from '../../support/server/pay-shop'
import type { Chance } from './chance'
import { claiming } from './claiming'
import type { ModelCampaign, ModelOrder } from './model'
import { offers } from './offers'
import { type Draft, ordering } from './ordering'
import { settling } from './settling'
import { aTable, comes } from './table'

const SHELVES = 5
const CAMPAIGNS = 3

/** Plays one game against the shop; after each step the caller compares every balance. */
export async function newGame(shop: PayShop, chance: Chance) {
  const table = await aTable(shop, chance)
  const { model, players } = table
  const { newShelf, newCampaign, raise, pauseOrResume } = offers(table)
  const { claim, rush, upgrade } = claiming(table)
  const { quote, order, race } = ordering(table)
  const { pay, cancel, payLate, settleLate, refund, pass, restart } = settling(table)
  const drafts: Draft[] = []
  const log: string[] = []
  for (let i = 0; i < SHELVES; i++) await newShelf()
  for (let i = 0; i < CAMPAIGNS; i++) await newCampaign()

  const aPlayer = () => chance.pick(players)
  const onCampaign = async (then: (campaign: ModelCampaign) => Promise<void>) => {
    const all = [...model.campaigns.values()]
    if (all.length > 0) await then(chance.pick(all))
  }
  const onDraft = async (draft: Draft | null | undefined, then: (draft: Draft) => Promise<void>) => {
    if (draft) await then(draft)
  }
  const onOrder = async (state: ModelOrder['state'], then: (order: ModelOrder) => Promise<void>) => {
    const found = [...model.orders.values()].filter((one) => one.state === state)
    if (found.length > 0) await then(chance.pick(found))
  }
  const keep = async () => {
    const draft = await quote(aPlayer())
    if (draft) drafts.push(draft)
  }
  const oldDraft = () => drafts.splice(chance.whole(drafts.length), 1)[0]

  const moves: readonly (readonly [name: string, weight: number, () => Promise<unknown>])[] = [
    ['claim', 20, () => onCampaign((campaign) => claim(aPlayer(), campaign, null))],
    ['rush', 5, () => onCampaign(rush)],
    ['upgrade', 8, upgrade],
    ['quote', 8, keep],
    ['order', 20, async () => onDraft(await quote(aPlayer()), order)],
    ['old order', 6, async () => onDraft(oldDraft(), order)],
    ['race', 5, async () => onDraft(await quote(aPlayer()), race)],
    ['pay', 16, () => onOrder('unpaid', pay)],
    ['cancel', 5, () => onOrder('unpaid', cancel)],
    ['pay late', 4, () => onOrder('unpaid', payLate)],
    ['refund', 10, () => onOrder('paid', refund)],
    ['pass', 8, () => pass(chance.pick([MINUTE_MS, 16 * MINUTE_MS, 5 * HOUR_MS, DAY_MS]))],
    ['restart', 2, restart],
    ['shelf', 3, newShelf],
    ['campaign', 4, newCampaign],
    ['raise', 2, () => onCampaign(raise)],
    ['pause', 2, () => onCampaign(pauseOrResume)],
    ['visit', 2, () => comes(shop, model, aPlayer())],
  ]
  const drawn = moves.flatMap((move) => Array.from({ length: move[1] }, () => move))

  /** One move of the game, drawn by weight. */
  async function step(): Promise<void> {
    const [name, , run] = chance.pick(drawn)
    log.push(name)
    await run()
  }

  return { model, log, step, settle: settleLate, memberIds: players.map(({ memberId }) => memberId) }
}
