import type { Tx } from '../../platform/database'

/**
 * Lets one member's changes happen one after another: the cart's size, the number of unpaid orders and a double tap
 * are all counted under it. Weaker than `for update`, so that rows pointing at the member may still be added.
 */
export async function lockMember(tx: Tx, memberId: string): Promise<void> {
  await tx.$client.query({
    name: 'member.lock',
    text: 'select 1 from members where id = $1 for no key update',
    values: [memberId],
  })
}
