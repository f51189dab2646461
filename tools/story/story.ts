import { fen, yuanText } from '@domain/money'
import { gather } from './cast'
import { deviationsOf, sumDeviations, type Told, tellOf, workbenchDeviations } from './checks'
import type { Person, Street } from './phone'
import { chooseGoods, play } from './scenes'

/** Plays the story and tells it; answers every deviation from what must come of it. */
export async function tellStory(
  street: Street,
  manager: Person,
  say: (line: string) => void,
): Promise<string[]> {
  const cast = await gather(street, manager)
  say('Two staff members joined by invitation and claimed the groups they opened the shop from:')
  for (const [staff, chat] of [
    [cast.lin, cast.spring],
    [cast.chen, cast.river],
  ] as const) {
    say(`  ${staff.name} · ${staff.self.title} · ${chat.name}`)
  }
  const goods = await chooseGoods(street)
  const told: Told[] = []
  await play(street, cast, goods, async (scene) => {
    const one = await tellOf(street, cast, scene)
    told.push(one)
    for (const line of linesOf(one)) say(line)
  })
  return [
    ...told.flatMap(deviationsOf),
    ...(await workbenchDeviations(street, cast, told)),
    ...sumDeviations(told),
  ]
}

function linesOf({ scene, detail, sentence }: Told): string[] {
  const { order, title } = scene
  const yuan = (amount: number) => `¥${yuanText(fen(amount))}`
  return [
    '',
    title,
    `  order   ${order.number}  ${yuan(order.payableFen)}, of it freight ${yuan(order.freightFen)}  ${order.state}`,
    `  group   ${detail.groupName ?? 'none'}`,
    `  staff   ${detail.ledger[0]?.staffName ?? 'nobody'} (${detail.reason})`,
    `  reason  ${sentence}`,
    ...detail.ledger.map(
      ({ kind, lineTitle, units, amountFen, staffName }) =>
        `  ledger  ${kind} ${yuan(amountFen)} to ${staffName ?? 'none'} for ${units} × ${lineTitle}`,
    ),
  ]
}
