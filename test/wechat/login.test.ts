import { MiniProgramError } from '../../server/wechat/mini-program-error'
import { proveGroup } from '../../server/wechat/open-data'
import { type Running, startSimulator } from './running-simulator'

const appid = 'wx0123456789abcdef'
const MINUTE = 60_000
let wechat: Running
beforeEach(async () => {
  wechat = await startSimulator()
})
afterEach(() => wechat.stop())

const codeOf = async (user: string): Promise<string> =>
  (await wechat.post('/client/login', { user })).json.code
const kindOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof MiniProgramError ? error.kind : error
}

describe('a login code', () => {
  it('tells who the customer is, the same at every login', async () => {
    const mini = wechat.miniProgram()

    const first = await mini.code2Session(await codeOf('lin'))
    const second = await mini.code2Session(await codeOf('lin'))

    const { json: known } = await wechat.get('/client/identity?user=lin')
    expect(first).toMatchObject({ openid: known.openid, unionid: known.unionid })
    expect(second.openid).toBe(first.openid)
    expect(first.openid).toMatch(/^o.{27}$/)
  })

  it('is refused when it comes a second time', async () => {
    const mini = wechat.miniProgram()
    const code = await codeOf('lin')
    await mini.code2Session(code)

    expect(await kindOf(mini.code2Session(code))).toBe('code_invalid')
  })

  it('is refused after five minutes', async () => {
    const code = await codeOf('lin')

    wechat.pass(5 * MINUTE + 1)

    expect(await kindOf(wechat.miniProgram().code2Session(code))).toBe('code_invalid')
  })

  it('is refused when nobody was ever given it', async () => {
    expect(await kindOf(wechat.miniProgram().code2Session('0nonsense'))).toBe('code_invalid')
  })

  it.each([
    [40226, 'blocked'],
    [45011, 'rate_limited'],
  ])('answered with errcode %d is %s', async (errcode, kind) => {
    const code = await codeOf('lin')
    await wechat.misbehave({ on: 'endpoint', endpoint: 'jscode2session', kind: 'errcode', errcode })

    expect(await kindOf(wechat.miniProgram().code2Session(code))).toBe(kind)
  })

  it('is sent again while WeChat says it is busy, and given up after three times', async () => {
    const mini = wechat.miniProgram()
    const busy = { on: 'endpoint', endpoint: 'jscode2session', kind: 'errcode', errcode: -1 } as const
    await wechat.misbehave({ ...busy, times: 2 })

    const login = await mini.code2Session(await codeOf('lin'))
    await wechat.misbehave({ ...busy, times: 3 })

    expect(login.openid).toMatch(/^o/)
    expect(await kindOf(mini.code2Session(await codeOf('lin')))).toBe('unavailable')
  })

  it.each([
    ['broken', { kind: 'http_error', status: 502 }],
    ['out of reach', { kind: 'reset' }],
    ['silent', { kind: 'timeout' }],
    ['slow', { kind: 'slow', ms: 2_000 }],
  ] as const)('leaves the shop with "unavailable" when WeChat is %s', async (_, fault) => {
    const code = await codeOf('lin')
    await wechat.misbehave({ on: 'endpoint', endpoint: 'jscode2session', ...fault })

    const login = wechat.miniProgram({ timeoutMs: 300 }).code2Session(code)

    expect(await kindOf(login)).toBe('unavailable')
  })

  it('never shows the secret or the code in the error', async () => {
    const code = await codeOf('lin')
    await wechat.misbehave({ on: 'endpoint', endpoint: 'jscode2session', kind: 'reset' })

    const error: Error = await wechat
      .miniProgram()
      .code2Session(code)
      .catch((thrown) => thrown)

    expect(`${error.stack} ${JSON.stringify(error)}`).not.toMatch(/0123456789abcdef0123456789abcdef/)
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(code)
  })

  it('of another mini-program, or with a wrong secret, is a setting to be mended', async () => {
    const code = await codeOf('lin')

    expect(await kindOf(wechat.miniProgram({ appid: 'wxffffffffffffffff' }).code2Session(code))).toBe(
      'misconfigured',
    )
    expect(await kindOf(wechat.miniProgram({ secret: 'x' }).code2Session(code))).toBe('misconfigured')
  })
})

describe('the group a card was opened in', () => {
  const enter = async (more: object = {}) =>
    (await wechat.post('/client/group-enter-info', { user: 'lin', group: 'chunfeng-1', ...more })).json
  const keyOf = (sessionKey: string) => ({ appid, sessionKey, nowMs: wechat.now() })

  it.each(['enter', 'share'])(
    'is proven from the "%s" shape with the session_key of this login',
    async (shape) => {
      const { sessionKey } = await wechat.miniProgram().code2Session(await codeOf('lin'))

      const proof = proveGroup(await enter({ shape }), keyOf(sessionKey))

      const { json: known } = await wechat.get('/client/identity?group=chunfeng-1')
      expect(proof).toMatchObject({ ok: true, value: { opengid: known.opengid } })
    },
  )

  it('tells a group shared with WeCom from an ordinary one', async () => {
    const { sessionKey } = await wechat.miniProgram().code2Session(await codeOf('lin'))

    const proof = proveGroup(await enter({ chatType: 4 }), keyOf(sessionKey))

    expect(proof).toMatchObject({ ok: true, value: { chatType: 4 } })
  })

  it('can no longer be read with the key of an earlier login', async () => {
    const mini = wechat.miniProgram()
    const earlier = await mini.code2Session(await codeOf('lin'))
    const later = await mini.code2Session(await codeOf('lin'))

    const text = await enter()

    expect(later.sessionKey).not.toBe(earlier.sessionKey)
    expect(proveGroup(text, keyOf(earlier.sessionKey)).ok).toBe(false)
    expect(proveGroup(text, keyOf(later.sessionKey)).ok).toBe(true)
  })

  it.each([
    ['foreign_watermark', 'open_data.foreign_appid'],
    ['stale_key', 'open_data.undecryptable'],
  ])('is refused on %s', async (fault, code) => {
    const { sessionKey } = await wechat.miniProgram().code2Session(await codeOf('lin'))

    const proof = proveGroup(await enter({ fault }), keyOf(sessionKey))

    expect(proof).toMatchObject({ ok: false, error: { code } })
  })

  it('may be withheld by the app on the first call, as WeChat does', async () => {
    await codeOf('lin')
    await wechat.misbehave({ on: 'endpoint', endpoint: 'client_group_enter_info', kind: 'invalid_scene' })

    const first = await enter()
    const second = await enter()

    expect(first).toEqual({ errMsg: 'getGroupEnterInfo:fail invalid scene', errCode: 40097 })
    expect(second.errMsg).toBe('getGroupEnterInfo:ok')
  })

  it('is withheld from somebody who never logged in', async () => {
    expect((await enter()).errMsg).toBe('getGroupEnterInfo:fail not logged in')
  })
})

describe('a session_key', () => {
  it('is good until the customer logs in anew', async () => {
    const mini = wechat.miniProgram()
    const { openid, sessionKey } = await mini.code2Session(await codeOf('lin'))

    const before = await mini.checkSessionKey(openid, sessionKey)
    await codeOf('lin')
    const after = await mini.checkSessionKey(openid, sessionKey)

    expect([before, after]).toEqual([true, false])
  })
})
