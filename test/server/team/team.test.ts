import { randomUUID } from 'node:crypto'
import { DAY_MS } from '@domain/shop-time'
import { invite } from '../../../server/modules/staff/invitation'
import {
  aPerson,
  aStaffPerson,
  opens,
  ownsGroup,
  type Person,
  type StaffPerson,
  shares,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let boss: StaffPerson
beforeAll(async () => {
  boss = await aStaffPerson(shop, { name: '周店长', role: 'manager' })
})
const call = (method: string, path: string, body?: unknown, by: Person = boss) =>
  shop.call(method, path, { token: by.token, ...(body !== undefined && { body }) })

describe('invitations', () => {
  const invited = () =>
    invite(shop.deps, { name: '新人', title: '管家', role: 'staff' }, boss.staffId, shop.clock.now())
  const rowOf = async (staffId: string) =>
    (await call('GET', '/manage/staff/invitations')).body.items.find(
      (row: { staffId: string }) => row.staffId === staffId,
    )

  it('are open until they are used, and then used for good', async () => {
    const invitation = await invited()
    const before = await rowOf(invitation.staffId)
    const person = await aPerson(shop)
    await call('POST', '/staff/join', { code: invitation.code }, person)
    const after = await rowOf(invitation.staffId)

    expect([before.state, after.state]).toEqual(['open', 'used'])
    expect((await call('DELETE', `/manage/staff/invitations/${after.id}`)).body.code).toBe('invitation.taken')
  })

  it('can be revoked while nobody has used them', async () => {
    const invitation = await invited()
    const { id } = await rowOf(invitation.staffId)

    const revoked = await call('DELETE', `/manage/staff/invitations/${id}`)
    const late = await call('POST', '/staff/join', { code: invitation.code }, await aPerson(shop))

    expect(revoked.body.state).toBe('revoked')
    expect(late.body.code).toBe('invitation.invalid')
    const { body } = await call('GET', '/manage/staff')
    expect(body.items.map((row: { staffId: string }) => row.staffId)).not.toContain(invitation.staffId)
  })
})

describe('the staff list', () => {
  it('says who is in service, invited and gone, and what each holds', async () => {
    const lin = await aStaffPerson(shop, { name: '林悦' })
    await ownsGroup(shop, lin, 'staff-list')
    await opens(shop, await aPerson(shop), { shareToken: (await shares(shop, lin)).token })
    const { staffId } = await invite(
      shop.deps,
      { name: '待加入', title: '管家', role: 'staff' },
      boss.staffId,
      shop.clock.now(),
    )

    const { body } = await call('GET', '/manage/staff')
    const row = (id: string) => body.items.find((item: { staffId: string }) => item.staffId === id)

    expect(row(lin.staffId)).toMatchObject({
      state: 'in_service',
      members: 1,
      groups: 1,
      openShares: 1,
      isMe: false,
    })
    expect(row(staffId)).toMatchObject({ state: 'invited', joinedAt: null })
    expect(row(boss.staffId).isMe).toBe(true)
  })

  it('keeps a manager in the shop', async () => {
    const post = { name: '周店长', title: '店长', role: 'staff' }

    expect((await call('PUT', `/manage/staff/${boss.staffId}`, post)).body.code).toBe('staff.last_manager')
    const lin = await aStaffPerson(shop, { name: '林悦' })
    const promoted = await call('PUT', `/manage/staff/${lin.staffId}`, {
      ...post,
      name: '林悦',
      role: 'manager',
    })
    expect(promoted.body).toMatchObject({ role: 'manager', title: '店长' })
    const back = await call('PUT', `/manage/staff/${lin.staffId}`, { ...post, name: '林悦' })
    expect(back.body.role).toBe('staff')
  })
})

describe('a group that somebody else owns', () => {
  async function contested(group: string) {
    const [owner, claimant] = [
      await aStaffPerson(shop, { name: '林悦' }),
      await aStaffPerson(shop, { name: '何青' }),
    ]
    await ownsGroup(shop, owner, group, '原名')
    const { id: touchId } = await opens(shop, claimant, { group })
    const wish = { touchId, name: '新名', note: '群主是我' }
    const claim = (await call('POST', '/staff/group-claims', wish, claimant)).body
    return { owner, claimant, claim, wish }
  }

  it('moves when the manager approves the claim, from then on', async () => {
    const { owner, claimant, claim, wish } = await contested('contest-1')
    const again = await call('POST', '/staff/group-claims', wish, claimant)

    const decided = await call('POST', `/manage/group-claims/${claim.id}`, {
      approve: true,
      reason: '核实过了',
    })

    expect(claim).toMatchObject({
      state: 'open',
      ownerName: '林悦',
      claimantName: '何青',
      claimedName: '新名',
    })
    expect(again.body.id).toBe(claim.id)
    expect(decided.body).toMatchObject({ state: 'approved', groupName: '新名', ownerName: '何青' })
    expect((await call('GET', '/staff/groups', undefined, owner)).body.items).toEqual([])
    expect((await call('GET', '/staff/groups', undefined, claimant)).body.items).toMatchObject([
      { isMine: true },
    ])
    const twice = await call('POST', `/manage/group-claims/${claim.id}`, { approve: false, reason: '反悔了' })
    expect(twice.body.code).toBe('claim.decided')
  })

  it('stays when the manager refuses, and the claimant is told why', async () => {
    const { owner, claimant, claim } = await contested('contest-2')

    await call('POST', `/manage/group-claims/${claim.id}`, { approve: false, reason: '不是你建的群' })

    const { body } = await call('GET', '/staff/group-claims', undefined, claimant)
    expect(body.items).toMatchObject([{ state: 'refused', reason: '不是你建的群' }])
    expect((await call('GET', '/staff/groups', undefined, owner)).body.items).toHaveLength(1)
  })

  it('needs no claim where nobody else owns it, and none without proof', async () => {
    const lin = await aStaffPerson(shop)
    const { id: touchId } = await opens(shop, lin, { group: 'unowned' })
    const ask = (id: string) => call('POST', '/staff/group-claims', { touchId: id, name: '群' }, lin)

    expect((await ask(touchId)).body.code).toBe('claim.needless')
    expect((await ask(randomUUID())).body.code).toBe('group.unproven')
  })

  it('is given by the manager to anybody in service, or to nobody', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop, { name: '何青' })]
    const { body: group } = await ownsGroup(shop, lin, 'given')
    const give = (staffId: string | null) =>
      call('PUT', `/manage/groups/${group.id}/owner`, { staffId, reason: '换人负责' })

    expect((await give(he.staffId)).body).toMatchObject({ ownerName: '何青' })
    expect((await give(null)).body).toMatchObject({ ownerId: null })
    expect((await give(randomUUID())).status).toBe(404)
    const { body } = await call('GET', '/manage/groups')
    expect(body.items[0].ownerId).toBeNull()
  })
})

describe('a share', () => {
  it('is revoked by its maker or a manager, with all its relays, and credits nobody from then on', async () => {
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const { token } = await shares(shop, lin)
    const relay = await shares(shop, await aPerson(shop), { parentToken: token })

    expect((await call('POST', `/staff/shares/${token}/revoke`, undefined, he)).status).toBe(404)
    const first = await call('POST', `/staff/shares/${token}/revoke`, undefined, lin)
    shop.clock.setOffsetMs(1000)
    const second = await call('POST', `/staff/shares/${token}/revoke`)
    const opened = await opens(shop, await aPerson(shop), { shareToken: relay.token })

    expect(second.body).toEqual(first.body)
    expect(opened.share).toBe('revoked')
    expect((await call('GET', '/staff/workbench?range=today', undefined, lin)).body.opens).toBe(0)
  })

  it('lives as long as the shop’s setting says', async () => {
    const lin = await aStaffPerson(shop)
    const { body: limits } = await call('GET', '/manage/trust-limits')
    await call('PUT', '/manage/trust-limits', { ...limits, cardLifeDays: 3 })

    const card = await shares(shop, lin)

    expect(card.expiresAt).toBe(shop.clock.now() + 3 * DAY_MS)
    await call('PUT', '/manage/trust-limits', limits)
  })

  it('has a poster with its code, its product and who stands behind it', async () => {
    const lin = await aStaffPerson(shop, { name: '林悦' })
    const { token } = await shares(shop, lin, { channel: 'code' })

    const { body } = await call('GET', `/staff/shares/${token}/poster`, undefined, lin)

    expect(body).toMatchObject({ title: '群店', staffName: '林悦', priceFen: null })
    expect(body.codeDataUri).toMatch(/^data:image\//)
    expect((await call('GET', `/staff/shares/${token}/poster`)).status).toBe(404)
  })
})
