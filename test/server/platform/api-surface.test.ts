import { openShop } from '../../support/server/shop'

let requestTimeout = 0
const shop = openShop({
  env: { RATE_LIMIT_PER_ADDRESS: '1000000', RATE_LIMIT_PER_SESSION: '5' },
  extend: (app) => {
    requestTimeout = app.server.requestTimeout
  },
})

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 and says of each operation who may call it and how it can refuse', async () => {
    const { body } = await shop.call('GET', '/openapi.json')

    expect(body.openapi).toBe('3.1.0')
    const clock = body.paths['/simulation/clock'].put
    expect(clock['x-role']).toBe('simulation')
    expect(clock.responses['404'].description).toBe('simulation.off')
    expect(clock.requestBody.content['application/json'].schema.required).toEqual(['offsetMs'])
    expect(clock.responses['400'].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Error',
    })
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path as object))
    expect(operations.filter((operation) => operation['x-role'] === undefined)).toEqual([])
  })

  it('can be read as a page', async () => {
    expect((await shop.call('GET', '/docs/')).status).toBe(200)
  })
})

describe('a request that says it is JSON and has no body', () => {
  // Mini-programs name JSON on every request, also where there is nothing to send.
  it('is taken where the route wants none, and told what is missing where it wants one', async () => {
    const empty = { method: 'POST', headers: { 'content-type': 'application/json' } }
    const jobs = await fetch(`${shop.url}/simulation/jobs`, empty)
    const session = await fetch(`${shop.url}/sessions`, empty)

    expect(jobs.status).toBe(200)
    expect(session.status).toBe(400)
    expect(await session.json()).toMatchObject({ code: 'request.invalid', field: '/body' })
  })
})

describe('the clock of a simulated shop', () => {
  afterEach(() => shop.clock.setOffsetMs(0))

  it('can be moved by a tester and set right again', async () => {
    const before = await shop.call('GET', '/simulation/clock')
    const moved = await shop.call('PUT', '/simulation/clock', { body: { offsetMs: 900_000 } })
    const health = await shop.call('GET', '/health')

    expect(moved.body).toEqual({ now: before.body.now + 900_000, offsetMs: 900_000 })
    expect(health.body).toMatchObject({ simulated: true, serverTime: before.body.now + 900_000 })
  })

  it('takes no half milliseconds and no thousand years', async () => {
    expect((await shop.call('PUT', '/simulation/clock', { body: { offsetMs: 0.5 } })).status).toBe(400)
    expect((await shop.call('PUT', '/simulation/clock', { body: { offsetMs: 4e13 } })).status).toBe(400)
  })
})

describe('limits', () => {
  it('slow one session down without slowing down others', async () => {
    const calls = await Promise.all(
      Array.from({ length: 7 }, () => shop.call('GET', '/health', { token: 'hasty' })),
    )
    const other = await shop.call('GET', '/health', { token: 'calm' })

    expect(calls.filter(({ status }) => status === 429)).toHaveLength(2)
    expect(calls.find(({ status }) => status === 429)?.body).toMatchObject({
      code: 'request.too_many',
      detail: { retryAfterSeconds: expect.any(Number) },
    })
    expect(other.status).toBe(200)
  })

  it('do not wait for ever for a request that trickles in', () => {
    expect(requestTimeout).toBe(60_000)
  })
})

describe('behind a proxy', () => {
  const proxied = openShop({ env: { TRUST_PROXY: '1', RATE_LIMIT_PER_ADDRESS: '2' } })

  it('the address is what the proxy saw, not what the caller wrote before it', async () => {
    const call = (said: string, seen: string) =>
      proxied.call('GET', '/health', { headers: { 'x-forwarded-for': `${said}, ${seen}` } })

    const [first, second, third] = [
      await call('10.0.0.1', '203.0.113.7'),
      await call('10.0.0.2', '203.0.113.7'),
      await call('10.0.0.3', '203.0.113.7'),
    ]
    const other = await call('10.0.0.1', '203.0.113.8')

    expect([first.status, second.status, third.status]).toEqual([200, 200, 429])
    expect(other.status).toBe(200)
  })
})

describe('a page in a browser', () => {
  it('may call a simulated shop from this machine only', async () => {
    const ask = (origin: string) =>
      shop.call('OPTIONS', '/health', {
        headers: { origin, 'access-control-request-headers': 'authorization' },
      })

    const own = await ask('http://127.0.0.1:8789')
    const foreign = await ask('https://evil.example.com')

    expect(own.status).toBe(204)
    expect(own.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:8789')
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a real shop', () => {
  const realShop = openShop({
    replace: (deps) => ({
      config: { ...deps.config, simulated: false, simulatorUrl: null, publicUrl: 'https://shop.example.com' },
    }),
  })

  it.each([
    ['GET', '/simulation/clock'],
    ['PUT', '/simulation/clock'],
    ['POST', '/simulation/jobs'],
  ])('has no %s %s', async (method, path) => {
    const answer = await realShop.call(method, path, method === 'PUT' ? { body: { offsetMs: 1 } } : {})

    expect(answer).toMatchObject({ status: 404, body: { code: 'simulation.off' } })
  })

  it('lets no browser page in', async () => {
    const answer = await realShop.call('GET', '/health', { headers: { origin: 'http://127.0.0.1:8789' } })

    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})
