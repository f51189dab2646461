import { randomUUID } from 'node:crypto'
import type { Role } from '@contract/route'
import { aPerson, aStaffPerson, type Person } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'
import { STATED } from './stated'

const shop = openWeChatShop()

type Caller = 'guest' | 'member' | 'staff' | 'manager'
const CALLERS: readonly Caller[] = ['guest', 'member', 'staff', 'manager']
const people: Partial<Record<Caller, Person>> = {}
let document: { method: string; path: string; role: Role }[] = []

beforeAll(async () => {
  people.member = await aPerson(shop)
  people.staff = await aStaffPerson(shop)
  people.manager = await aStaffPerson(shop, { role: 'manager' })
  const { body } = await shop.call('GET', '/openapi.json')
  document = Object.entries(body.paths as Record<string, Record<string, { 'x-role': Role }>>).flatMap(
    ([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        role: operation['x-role'],
      })),
  )
})

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

/** What a caller without the right is told: to log in, or that there is no such thing. */
function refusalFor(role: Role, caller: Caller): { status: number; code: string } | null {
  if (role === 'anyone' || role === 'wechat' || role === 'simulation') return null
  if (caller === 'guest') return { status: 401, code: 'session.missing' }
  const rank = { member: 0, staff: 1, manager: 2 }
  return rank[caller] >= rank[role] ? null : { status: 404, code: 'thing.not_found' }
}

const NOBODYS = randomUUID()
/** A path with ids that are nobody's. */
const filled = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'token' ? 'A'.repeat(22) : NOBODYS))

async function asks(caller: Caller, { method, path }: { method: string; path: string }) {
  const token = people[caller]?.token
  // No body at all: roles are looked at before it is.
  return shop.call(method, filled(path), { ...(token && { token }) })
}

/** What is done last, because it ends the caller's own session. */
const ENDS = ['DELETE /sessions/current', 'POST /me/erasure']

describe('rights', () => {
  it('are stated for every route of the API: one without a word in `stated.ts` fails', () => {
    const unstated = document.filter((operation) => STATED[nameOf(operation)] !== operation.role)

    expect(document.length).toBeGreaterThan(80)
    expect(unstated).toEqual([])
  })

  it.each(CALLERS)('are kept on every route where a %s has none', async (caller) => {
    const wrong: string[] = []
    for (const operation of document) {
      const expected = refusalFor(operation.role, caller)
      if (!expected) continue
      const { status, body } = await asks(caller, operation)
      if (status !== expected.status || body.code !== expected.code) {
        wrong.push(`${nameOf(operation)}: ${status} ${body.code}`)
      }
    }

    expect(wrong).toEqual([])
  })

  it.each(CALLERS)('let a %s in wherever they have them', async (caller) => {
    const wrong: string[] = []
    for (const operation of document) {
      if (refusalFor(operation.role, caller) || ENDS.includes(nameOf(operation))) continue
      const { status, body } = await asks(caller, operation)
      const isShut = status === 401 && String(body.code).startsWith('session.')
      // Without a body or with ids that are nobody's, a route may refuse; it may not fail.
      if (isShut || status >= 500) wrong.push(`${nameOf(operation)}: ${status} ${JSON.stringify(body)}`)
    }

    expect(wrong.filter((line) => !/503/.test(line))).toEqual([])
  })
})

describe('what is another’s', () => {
  it.each([
    ['GET', '/staff/orders/:id'],
    ['GET', '/staff/members/:id'],
    ['PUT', '/staff/members/:id/tags'],
    ['POST', '/staff/members/:id/contacts'],
    ['GET', '/staff/figures?from=2026-07-01&to=2026-07-03&groupId=:id'],
    ['GET', '/orders/:id'],
  ])('does not exist for me: %s %s', async (method, path) => {
    const body = { tags: [], reason: 'gone_quiet' }
    const sent =
      method === 'GET' ? {} : { body: path.endsWith('tags') ? { tags: body.tags } : { reason: body.reason } }

    const { status } = await shop.call(method, path.replace(':id', NOBODYS), {
      token: people.staff!.token,
      ...sent,
    })

    expect(status).toBe(404)
  })
})
