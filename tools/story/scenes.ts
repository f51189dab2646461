import type { OrderView } from '@contract/order'
import type { Cast, Chat, StaffPerson } from './cast'
import { open, type Person, type Street, share, touchOf } from './phone'
import { buy } from './purchase'

/** One purchase and what must come of it. */
export interface Scene {
  readonly title: string
  readonly buyer: Person
  readonly order: OrderView
  readonly expected: {
    /** null: nobody earns. */
    readonly staff: StaffPerson | null
    readonly group: Chat | null
    readonly reason: string
  }
}

const UNKNOWN_TOKEN = 'NobodyEverIssuedThis00'

export interface Goods {
  readonly productId: string
  readonly skuId: string
}

/** Something the shop has on sale and in stock. */
export async function chooseGoods({ api }: Street): Promise<Goods> {
  const { items } = await api('GET /products', { query: { limit: 20 } })
  for (const { id } of items) {
    const { skus } = await api('GET /products/:id', { params: { id } })
    const sku = skus.find(({ isOnSale, available }) => isOnSale && available >= 20)
    if (sku) return { productId: id, skuId: sku.id }
  }
  throw new Error('the shop has nothing in stock; load a catalogue first')
}

/** Plays the five purchases, one after the other. */
export async function play(
  street: Street,
  cast: Cast,
  { productId, skuId }: Goods,
  tell: (scene: Scene) => Promise<void>,
): Promise<Scene[]> {
  const { lin, chen, spring, river, wang, li, zhao } = cast
  const scenes: Scene[] = []
  const end = async (
    title: string,
    buyer: Person,
    order: OrderView,
    expected: Scene['expected'],
  ): Promise<void> => {
    const scene = { title, buyer, order, expected }
    scenes.push(scene)
    await tell(scene)
  }

  const card = await share(street, lin, productId)
  await open(street, wang, { shareToken: card.token, chat: spring.chat })
  const direct = await buy(street, wang, { skuId, quantity: 2 })
  await end('1. Direct share: 王芳 opens the card of 林悦 in 春风小区1群', wang, direct, {
    staff: lin,
    group: spring,
    reason: 'share',
  })

  const relay = await share(street, wang, productId, card.token)
  // The phone was offline: the opening travels with the order.
  const unsent = await touchOf(street, li, { shareToken: relay.token, chat: river.chat })
  const relayed = await buy(street, li, { skuId, quantity: 1 }, [unsent])
  await end('2. Relay: 王芳 forwards it, 李强 opens it in 江岸花园鲜货群', li, relayed, {
    staff: lin,
    group: river,
    reason: 'relay',
  })

  await open(street, zhao, { shareToken: UNKNOWN_TOKEN })
  const unknown = await buy(street, zhao, { skuId, quantity: 1 })
  await end('3. Unknown token: 赵敏 opens a card nobody issued', zhao, unknown, {
    staff: null,
    group: null,
    reason: 'no_evidence',
  })

  await open(street, zhao, { chat: river.chat })
  const known = await buy(street, zhao, { skuId, quantity: 3 })
  await end('4. Known group: 赵敏 comes from 江岸花园鲜货群 without a card', zhao, known, {
    staff: chen,
    group: river,
    reason: 'group',
  })

  const own = await share(street, chen, productId)
  await open(street, chen, { shareToken: own.token, chat: river.chat })
  const self = await buy(street, chen, { skuId, quantity: 1 })
  await end('5. Self-purchase: 陈昊 buys through a card of their own', chen, self, {
    staff: null,
    group: river,
    reason: 'self_purchase',
  })
  return scenes
}
