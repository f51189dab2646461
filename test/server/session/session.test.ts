import { DAY_MS, MINUTE_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { members, sessions } from '../../../server/schema/member'
import { aPerson, aStaffPerson } from '../../support/server/people-builders'
import { OPENING } from '../../support/server/shop'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const { clock } = shop
const at = (offsetMs: number) => clock.setOffsetMs(offsetMs)
const codeOf = async (user: string) => (await shop.app<{ code: string }>('login', { user })).code
const logIn = async (code: string) => shop.call('POST', '/sessions', { body: { code } })
const me = (token: string) => shop.call('GET', '/me', { token })

beforeEach(() => at(0))

describe('logging in', () => {
  it('makes a member at the first visit and finds the same one afterwards', async () => {
    const first = await logIn(await codeOf('li-na'))
    const second = await logIn(await codeOf('li-na'))

    expect(first.body).toMatchObject({ isNewMember: true, staff: null })
    expect(second.body).toMatchObject({ isNewMember: false, memberId: first.body.memberId })
    expect(second.body.token).not.toBe(first.body.token)
  })

  it('keeps neither the token nor the session_key readable', async () => {
    const { body } = await logIn(await codeOf('li-na'))

    const [row] = await shop.database.db.select().from(sessions).where(eq(sessions.id, body.loginId))
    expect(body.token).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(row)).not.toContain(body.token)
    expect(row?.sealedSessionKey).not.toMatch(/==$/)
  })

  it('makes one member of a person who logs in twice at the same moment', async () => {
    const codes = [await codeOf('twin'), await codeOf('twin')]

    const answers = await Promise.all(codes.map(logIn))

    expect(new Set(answers.map(({ body }) => body.memberId)).size).toBe(1)
  })

  it('refuses a code that was used before', async () => {
    const code = await codeOf('li-na')
    await logIn(code)

    const again = await logIn(code)

    expect(again).toMatchObject({ status: 400, body: { code: 'login.code_invalid' } })
  })

  it('refuses a code older than five minutes', async () => {
    const code = await codeOf('li-na')
    at(6 * MINUTE_MS)

    expect(await logIn(code)).toMatchObject({ status: 400, body: { code: 'login.code_invalid' } })
  })

  it('refuses an invented code', async () => {
    expect(await logIn('invented')).toMatchObject({ status: 400, body: { code: 'login.code_invalid' } })
  })

  it('refuses an empty body by naming the field', async () => {
    expect(await shop.call('POST', '/sessions', { body: {} })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', field: '/body/code' },
    })
  })

  it('refuses members the shop has blocked, and ends the sessions they have', async () => {
    const person = await aPerson(shop, 'trouble')
    await shop.database.db
      .update(members)
      .set({ blockedAt: clock.now() })
      .where(eq(members.id, person.memberId))

    expect(await me(person.token)).toMatchObject({ status: 401, body: { code: 'session.expired' } })
    expect(await logIn(await codeOf('trouble'))).toMatchObject({
      status: 403,
      body: { code: 'login.blocked' },
    })
  })

  it('says that WeChat does not answer when it does not', async () => {
    const code = await codeOf('li-na')
    await shop.misbehave({ endpoint: 'jscode2session', kind: 'http_error', status: 502 })

    const answer = await logIn(code)

    await shop.behave()
    expect(answer).toMatchObject({ status: 503, body: { code: 'login.unavailable' } })
  })
})

describe('a session', () => {
  it('is asked for where it is missing, and for a token nobody issued', async () => {
    expect(await shop.call('GET', '/me')).toMatchObject({ status: 401, body: { code: 'session.missing' } })
    expect(await me('nobody-issued-this')).toMatchObject({ status: 401 })
  })

  it('lives on while it is used, a month at a time', async () => {
    const { token } = await aPerson(shop)

    for (const day of [20, 40, 60]) {
      at(day * DAY_MS)
      expect((await me(token)).status).toBe(200)
    }
  })

  it('ends after thirty days without use', async () => {
    const { token } = await aPerson(shop)
    at(30 * DAY_MS)

    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'session.expired' } })
  })

  it('is renewed at most once a day, so that reading costs no writing', async () => {
    const { token, loginId } = await aPerson(shop)
    const expiry = async () =>
      (await shop.database.db.select().from(sessions).where(eq(sessions.id, loginId)))[0]?.expiresAt
    at(DAY_MS - 1)
    await me(token)

    expect(await expiry()).toBe(OPENING + 30 * DAY_MS)

    at(DAY_MS)
    await me(token)

    expect(await expiry()).toBe(OPENING + 31 * DAY_MS)
  })

  it('ends when its owner says so, and only once', async () => {
    const { token } = await aPerson(shop)

    const ended = await shop.call('DELETE', '/sessions/current', { token })

    expect(ended).toMatchObject({ status: 200, body: { ended: true } })
    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'session.expired' } })
  })
})

describe('who I am', () => {
  it('tells a new member that they stand on the first level with nobody serving them', async () => {
    const { token, memberId } = await aPerson(shop)

    expect((await me(token)).body).toMatchObject({
      memberId,
      level: { code: 'standard', spentFen: 0, toNextFen: 50_000 },
      orderCounts: { unpaid: 0, paid: 0, shipped: 0, received: 0 },
      servingStaff: null,
      staff: null,
      personalised: true,
    })
  })

  it('tells staff what their post is', async () => {
    const staff = await aStaffPerson(shop, { name: '周敏', title: '店长', role: 'manager' })

    expect((await me(staff.token)).body.staff).toEqual({
      staffId: staff.staffId,
      name: '周敏',
      title: '店长',
      role: 'manager',
    })
  })

  it('remembers that a member wants no personal order of things', async () => {
    const { token } = await aPerson(shop)

    await shop.call('PUT', '/me/personalised', { token, body: { personalised: false } })

    expect((await me(token)).body.personalised).toBe(false)
  })
})
