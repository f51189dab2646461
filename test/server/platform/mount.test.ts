import { route } from '@contract/route'
import { ok, refuse } from '@domain/result'
import { Type } from '@sinclair/typebox'
import { mount } from '../../../server/platform/mount'
import { openShop } from '../../support/server/shop'

const Line = Type.Object({
  quantity: Type.Integer({ minimum: 1, maximum: 999 }),
  note: Type.Optional(Type.String()),
})
const Shown = Type.Object({ text: Type.String() })

const addLine = route({
  method: 'POST',
  path: '/test/baskets/:id',
  role: 'anyone',
  summary: 'A route of this test',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1 })) }),
  body: Type.Object({ lines: Type.Array(Line) }, { additionalProperties: false }),
  response: Shown,
  errors: ['sku.out_of_stock'],
})
const guarded = <const R extends 'member' | 'staff' | 'manager'>(role: R) =>
  route({ method: 'GET', path: `/test/${role}`, role, summary: `For ${role}`, response: Shown })
const saving = route({
  method: 'PUT',
  path: '/test/saved',
  role: 'member',
  summary: 'For members, with a body',
  body: Line,
  response: Shown,
})
const plain = (path: string) =>
  route({ method: 'GET', path, role: 'anyone', summary: 'A route of this test', response: Shown })
const sealed = route({
  method: 'POST',
  path: '/test/notified',
  role: 'wechat',
  summary: 'Raw',
  response: Shown,
})
const picture = route({
  method: 'GET',
  path: '/test/picture',
  role: 'anyone',
  summary: 'Bytes',
  response: Type.Uint8Array({ contentMediaType: 'image/png' }),
})

const shop = openShop({
  extend: (app, deps) => {
    mount(app, deps, addLine, async ({ query, body }) =>
      ok({ text: `page ${query.page}, ${body.lines.length} lines` }),
    )
    mount(app, deps, guarded('member'), async ({ caller }) => ok({ text: caller.memberId }))
    mount(app, deps, guarded('staff'), async ({ caller }) => ok({ text: caller.staff.staffId }))
    mount(app, deps, guarded('manager'), async ({ caller }) => ok({ text: caller.staff.role }))
    mount(app, deps, saving, async () => ok({ text: 'saved' }))
    mount(app, deps, plain('/test/refused'), async () =>
      refuse({
        code: 'sku.out_of_stock',
        message: 'Two are left.',
        field: '/body/lines/0',
        detail: { available: 2 },
      }),
    )
    mount(app, deps, plain('/test/broken'), async () => {
      throw new Error('select secret from vault')
    })
    mount(app, deps, plain('/test/faithless'), async () =>
      ok({ texts: 'misspelt' } as unknown as { text: string }),
    )
    mount(app, deps, plain('/test/conflict'), async () => {
      throw Object.assign(new Error('could not serialize'), { code: '40001' })
    })
    mount(app, deps, sealed, async ({ rawBody }) => ok({ text: rawBody.toString('latin1') }))
    mount(app, deps, picture, async () => ok(new Uint8Array([0x89, 0x50])))
  },
})

const BASKET = '/test/baskets/01a20096-c86a-74d8-a4be-4b9e8aa96dc5'
const asMember = { memberId: 'm1', sessionId: 's1' }

describe('a route', () => {
  it('hands its handler what its contract says, a query as the number it means', async () => {
    const answer = await shop.call('POST', `${BASKET}?page=2`, { body: { lines: [{ quantity: 1 }] } })

    expect(answer).toMatchObject({ status: 200, body: { text: 'page 2, 1 lines' } })
  })

  it.each([
    ['a quantity of 0', { lines: [{ quantity: 0 }] }, '/body/lines/0/quantity'],
    ['a quantity of −1', { lines: [{ quantity: 1 }, { quantity: -1 }] }, '/body/lines/1/quantity'],
    ['a quantity of 10⁹', { lines: [{ quantity: 1e9 }] }, '/body/lines/0/quantity'],
    ['text for a quantity', { lines: [{ quantity: '3' }] }, '/body/lines/0/quantity'],
    ['half a piece', { lines: [{ quantity: 1.5 }] }, '/body/lines/0/quantity'],
    ['a field nobody knows', { lines: [], hack: 1 }, '/body/hack'],
    ['a missing field', {}, '/body/lines'],
    ['a list for the body', [], '/body'],
    ['a NUL in a text', { lines: [{ quantity: 1, note: 'a\u0000b' }] }, '/body/lines/0/note'],
    ['malformed JSON', '{"lines":[', '/body'],
    ['a poisoned prototype', '{"__proto__":{"isAdmin":true},"lines":[]}', '/body'],
  ])('refuses %s and names the field', async (_name, body, field) => {
    const answer = await shop.call('POST', BASKET, { body })

    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ code: 'request.invalid', message: expect.stringMatching(/\.$/), field })
  })

  it('refuses parameters, queries and content types it does not know', async () => {
    const good = { body: { lines: [] } }

    expect((await shop.call('POST', '/test/baskets/7', good)).body.field).toBe('/params/id')
    expect((await shop.call('POST', `${BASKET}?page=zero`, good)).body.field).toBe('/query/page')
    expect((await shop.call('POST', `${BASKET}/%E0%A4%A`, good)).body.code).toBe('request.invalid')
    const xml = await shop.call('POST', BASKET, { body: '<a/>', headers: { 'content-type': 'text/xml' } })
    expect(xml).toMatchObject({ status: 400, body: { code: 'request.invalid', field: '/body' } })
  })

  it('refuses a body over 256 kB without reading it', async () => {
    const answer = await shop.call('POST', BASKET, { body: { lines: 'x'.repeat(257 * 1024) } })

    expect(answer).toMatchObject({ status: 413, body: { code: 'request.too_large' } })
  })

  it('answers a refusal with the status of its code, the field and the facts', async () => {
    const answer = await shop.call('GET', '/test/refused')

    expect(answer.status).toBe(409)
    expect(answer.body).toEqual({
      code: 'sku.out_of_stock',
      message: 'Two are left.',
      field: '/body/lines/0',
      detail: { available: 2 },
    })
  })

  it.each(['/test/broken', '/test/faithless'])(
    'tells nothing of a failure (%s) but where it is found',
    async (path) => {
      const answer = await shop.call('GET', path)

      expect(answer).toMatchObject({ status: 500, body: { code: 'server.failed' } })
      expect(answer.body.detail.requestId).toBe(answer.headers.get('x-request-id'))
      expect(JSON.stringify(answer.body)).not.toMatch(/vault|misspelt|stack/)
    },
  )

  it('asks to try again where changes met', async () => {
    expect(await shop.call('GET', '/test/conflict')).toMatchObject({
      status: 409,
      body: { code: 'conflict.retry' },
    })
  })

  it('hands notifications over byte for byte, whatever they claim to be', async () => {
    const raw = '{ "a" :1 ,\n'

    const answer = await shop.call('POST', '/test/notified', { body: raw })

    expect(answer).toMatchObject({ status: 200, body: { text: raw } })
  })

  it('answers bytes as the kind its contract names', async () => {
    const answer = await shop.call('GET', '/test/picture')

    expect(answer.headers.get('content-type')).toBe('image/png')
  })

  it('does not exist unless somebody mounted it', async () => {
    expect(await shop.call('GET', '/test/nothing')).toMatchObject({
      status: 404,
      body: { code: 'thing.not_found' },
    })
    expect(await shop.call('DELETE', '/health')).toMatchObject({
      status: 404,
      body: { code: 'thing.not_found' },
    })
  })
})

describe('a role', () => {
  beforeAll(() => {
    shop.signIn('customer', asMember)
    shop.signIn('clerk', { ...asMember, staff: { staffId: 'st1', role: 'staff' } })
    shop.signIn('boss', { ...asMember, staff: { staffId: 'st2', role: 'manager' } })
  })

  it.each([
    ['member', undefined, 401, 'session.missing'],
    ['member', 'a token nobody has', 401, 'session.missing'],
    ['member', 'customer', 200, undefined],
    ['staff', undefined, 401, 'session.missing'],
    ['staff', 'customer', 404, 'thing.not_found'],
    ['staff', 'clerk', 200, undefined],
    ['staff', 'boss', 200, undefined],
    ['manager', 'clerk', 404, 'thing.not_found'],
    ['manager', 'boss', 200, undefined],
  ])('%s, asked for by the session of %s, is answered %i', async (role, token, status, code) => {
    const answer = await shop.call('GET', `/test/${role}`, { token })

    expect(answer.status).toBe(status)
    expect(answer.body.code).toBe(code)
  })

  it('is asked for before the body is looked at', async () => {
    const answer = await shop.call('PUT', '/test/saved', { body: '{"broken":' })

    expect(answer).toMatchObject({ status: 401, body: { code: 'session.missing' } })
  })
})
