import type { PayShop } from '../../support/server/pay-shop'
import { aPerson, type Person } from '../../support/server/people-builders'
import { anAddress } from '../../support/server/shop-builders'
import type { Chance } from './chance'
import { Model } from './model'
import { hostileWorld, type World } from './world'

export interface Player extends Person {
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

const PLAYERS = 4

/** A table with players who have nothing yet. */
export async function aTable(shop: PayShop, chance: Chance): Promise<Table> {
  const players: Player[] = []
  for (let i = 0; i < PLAYERS; i++) {
    const person = await aPerson(shop)
    players.push({ ...person, addressId: await anAddress(shop, person) })
  }
  const model = new Model()
  model.now = shop.clock.now()
  let requests = 0
  const requestId = () => `request-${++requests}-${shop.clock.now()}`
  return { shop, chance, model, world: hostileWorld(shop, chance), players, requestId }
}
