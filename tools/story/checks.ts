import type { CreditedOrderDetail } from '@contract/staff'
import { sumFen } from '@domain/money'
import type { Cast, StaffPerson } from './cast'
import type { Street } from './phone'
import type { Scene } from './scenes'

/** A scene with what the shop says of its order. */
export interface Told {
  readonly scene: Scene
  /** As the manager sees it. */
  readonly detail: CreditedOrderDetail
  /** To the credited staff member where there is one, else to the manager. */
  readonly sentence: string
}

export async function tellOf({ api }: Street, { manager }: Cast, scene: Scene): Promise<Told> {
  const params = { id: scene.order.id }
  const detail = await api('GET /staff/orders/:id', { token: manager.token, params })
  const { staff } = scene.expected
  if (!staff) return { scene, detail, sentence: detail.sentence }
  const own = await api('GET /staff/orders/:id', { token: staff.token, params })
  return { scene, detail, sentence: own.sentence }
}

/** Collects what is not as it must be. */
type Expect = (what: string, actual: unknown, expected: unknown) => void

/** Everything about one order that deviates from what the scene promises. */
export function deviationsOf({ scene, detail, sentence }: Told): string[] {
  const { order, expected } = scene
  const { deviations, expect } = collector(scene.title)
  const goodsPaid = sumFen(order.lines.map(({ paidFen }) => paidFen))
  const staffName = expected.staff?.name ?? null
  expect('state', order.state, 'paid')
  expect('reason', detail.reason, expected.reason)
  expect('group', detail.groupName, expected.group?.name ?? null)
  expect('policy version', detail.policyVersion >= 1, true)
  expect('sentence', sentence.length > 0, true)
  expect('ledger total', sumFen(detail.ledger.map(({ amountFen }) => amountFen)), goodsPaid)
  expect('one ledger line per order line', detail.ledger.length, order.lines.length)
  for (const line of detail.ledger) {
    expect('ledger line', `${line.kind} ${line.staffName}`, `earned ${staffName}`)
  }
  const winners = detail.candidates.filter(({ verdict }) => verdict === 'won')
  expect(
    'winner',
    winners.map((winner) => winner.staffName),
    staffName === null ? [] : [staffName],
  )
  return deviations
}

/** The workbench of each staff member shows their orders and money, and nobody else's. */
export async function workbenchDeviations(
  { api }: Street,
  { lin, chen }: Cast,
  told: readonly Told[],
): Promise<string[]> {
  const deviations: string[] = []
  for (const staff of [lin, chen]) {
    const mine = told.filter(({ scene }) => scene.expected.staff === staff)
    const found = collector(`workbench of ${staff.name}`)
    const { token } = staff
    const view = await api('GET /staff/workbench', { token, query: { range: 'today' } })
    const { items } = await api('GET /staff/orders', { token, query: {} })
    found.expect('orders', view.orders, mine.length)
    found.expect('net sales', view.netSalesFen, sumOf(mine))
    found.expect('listed orders', items.map(({ id }) => id).sort(), idsOf(mine))
    await expectHidden(api, staff, told, found.expect)
    deviations.push(...found.deviations)
  }
  return deviations
}

async function expectHidden(
  api: Street['api'],
  staff: StaffPerson,
  told: readonly Told[],
  expect: Expect,
): Promise<void> {
  const foreign = told.find(({ scene }) => scene.expected.staff !== staff)
  if (!foreign) return
  const params = { id: foreign.scene.order.id }
  const answer = await api('GET /staff/orders/:id', { token: staff.token, params }).then(
    () => 'shown',
    (error: unknown) => (String(error).includes('thing.not_found') ? 'hidden' : String(error)),
  )
  expect("somebody else's order", answer, 'hidden')
}

/** Σ over staff and `none` = Σ over orders. */
export function sumDeviations(told: readonly Told[]): string[] {
  const { deviations, expect } = collector('ledger')
  const byAccount = new Map<string, number>()
  for (const { staffName, amountFen } of told.flatMap(({ detail }) => detail.ledger)) {
    const account = staffName ?? 'none'
    byAccount.set(account, (byAccount.get(account) ?? 0) + amountFen)
  }
  const paid = told.flatMap(({ scene }) => scene.order.lines).map(({ paidFen }) => paidFen)
  expect('sum over accounts', sumFen(byAccount.values()), sumFen(paid))
  return deviations
}

const sumOf = (told: readonly Told[]): number =>
  sumFen(told.flatMap(({ detail }) => detail.ledger.map(({ amountFen }) => amountFen)))
const idsOf = (told: readonly Told[]): string[] => told.map(({ scene }) => scene.order.id).sort()

function collector(about: string): { deviations: string[]; expect: Expect } {
  const deviations: string[] = []
  const expect: Expect = (what, actual, expected) => {
    const [is, must] = [JSON.stringify(actual), JSON.stringify(expected)]
    if (is !== must) deviations.push(`${about}: ${what} is ${is}, must be ${must}`)
  }
  return { deviations, expect }
}
