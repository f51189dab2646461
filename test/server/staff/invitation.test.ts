import { DAY_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { invite } from '../../../server/modules/staff/invitation'
import { audits, staffInvitations, staff as staffTable } from '../../../server/schema/staff'
import { aPerson, aStaffPerson, type Person } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const { clock } = shop
const LIN = { name: '林悦', title: '春风小区管家', role: 'staff' as const }
const invited = (post = LIN) => invite(shop.deps, post, null, clock.now())
const join = (person: Person, code: string) =>
  shop.call('POST', '/staff/join', { token: person.token, body: { code } })

beforeEach(() => clock.setOffsetMs(0))

describe('an invitation', () => {
  it('makes its bearer the staff member it names', async () => {
    const { code, staffId } = await invited()
    const person = await aPerson(shop)

    expect(await join(person, code)).toMatchObject({ status: 200, body: { staffId, ...LIN } })
    expect((await shop.call('GET', '/me', { token: person.token })).body.staff).toEqual({ staffId, ...LIN })
  })

  it('may be typed in small letters, and used again by the same person', async () => {
    const { code, staffId } = await invited()
    const person = await aPerson(shop)
    await join(person, code.toLowerCase())

    expect(await join(person, code)).toMatchObject({ status: 200, body: { staffId } })
  })

  it('is used up by the first', async () => {
    const { code } = await invited()
    await join(await aPerson(shop), code)

    expect(await join(await aPerson(shop), code)).toMatchObject({
      status: 409,
      body: { code: 'invitation.taken' },
    })
  })

  it('is used by one of many who try at the same moment', async () => {
    const { code } = await invited()
    const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(shop)))

    const answers = await Promise.all(people.map((person) => join(person, code)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  })

  it('gives one person one post, also when they use two codes at the same moment', async () => {
    const codes = [(await invited()).code, (await invited()).code]
    const person = await aPerson(shop)

    const answers = await Promise.all(codes.map((code) => join(person, code)))

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const posts = await shop.database.db
      .select()
      .from(staffTable)
      .where(eq(staffTable.memberId, person.memberId))
    expect(posts).toHaveLength(1)
  })

  it('expires after a week', async () => {
    const { code, expiresAt } = await invited()
    const person = await aPerson(shop)
    clock.setOffsetMs(7 * DAY_MS)

    expect(expiresAt).toBe(clock.now())
    expect(await join(person, code)).toMatchObject({ status: 404, body: { code: 'invitation.invalid' } })
  })

  it('that nobody wrote is not one', async () => {
    expect(await join(await aPerson(shop), 'AAAAAAAAAAAAAAAAAAAA')).toMatchObject({
      status: 404,
      body: { code: 'invitation.invalid' },
    })
  })

  it('is kept as a hash only, and its use is written down', async () => {
    const { code, staffId } = await invited()
    await join(await aPerson(shop), code)

    const [row] = await shop.database.db
      .select()
      .from(staffInvitations)
      .where(eq(staffInvitations.staffId, staffId))
    expect(JSON.stringify(row)).not.toContain(code)
    const trail = await shop.database.db.select().from(audits).where(eq(audits.subject, staffId))
    expect(trail.map(({ action }) => action).sort()).toEqual(['staff.invited', 'staff.joined'])
  })
})

describe('inviting', () => {
  const ask = (person: Person, body: object) =>
    shop.call('POST', '/manage/staff/invitations', { token: person.token, body })

  it('is what managers do', async () => {
    const manager = await aStaffPerson(shop, { name: '周敏', title: '店长', role: 'manager' })

    const { status, body } = await ask(manager, LIN)

    expect(status).toBe(200)
    expect(body.path).toBe(`/packages/staff/pages/join/index?code=${body.code}`)
    expect(await join(await aPerson(shop), body.code)).toMatchObject({ status: 200 })
  })

  it('does not exist for staff and customers', async () => {
    for (const person of [await aStaffPerson(shop), await aPerson(shop)]) {
      expect(await ask(person, LIN)).toMatchObject({ status: 404 })
    }
  })
})
