import type { PayShop } from '../../support/server/pay-shop'
import { aPerson, opens, type Person } from '../../support/server/people-builders'
import { anAddress } from '../../support/server/shop-builders'
import type { Chance } from './chance'
import { Model } from './model'
import { hostileWorld, type World } from './world'

export interface Player extends Person {
  /** The group chat they come from, as the simulator names it; null for one who comes from none. */
  readonly group: string | null
  readonly addressId: string
}

/** What every move of a game works on. */
export interface Table {
  readonly shop: PayShop
  readonly chance: Chance
  readonly model: Model
  readonly world: World
  readonly players: readonly Player[]
  readonly requestId: () => string
}

const GROUPS = ['甲群', '甲群', '乙群', null]

let tables = 0

/** A table with players who have nothing yet. */
export async function aTable(shop: PayShop, chance: Chance): Promise<Table> {
  const model = new Model()
  model.now = shop.clock.now()
  const players: Player[] = []
  // Games share a database: each has groups of its own.
  tables += 1
  for (const chat of GROUPS) {
    const group = chat && `${chat}-${tables}`
    const person = await aPerson(shop)
    const player = { ...person, group, addressId: await anAddress(shop, person) }
    await comes(shop, model, player)
    players.push(player)
  }
  let requests = 0
  const requestId = () => `request-${++requests}-${shop.clock.now()}`
  return { shop, chance, model, world: hostileWorld(shop, chance), players, requestId }
}

/** Opens the shop from their group, which proves it. */
export async function comes(shop: PayShop, model: Model, player: Player): Promise<void> {
  if (player.group === null) return
  const { groupId } = await opens(shop, player, { group: player.group })
  const visits = model.visits.get(player.memberId)?.at ?? []
  model.visits.set(player.memberId, { groupId, at: [...visits, model.now] })
}
