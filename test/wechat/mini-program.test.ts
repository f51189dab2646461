import { inflateSync } from 'node:zlib'
import { MiniProgramError } from '../../server/wechat/mini-program-error'
import { type Running, SECRET, startSimulator } from './running-simulator'

const HOUR = 3_600_000
let wechat: Running
beforeEach(async () => {
  wechat = await startSimulator()
})
afterEach(() => wechat.stop())

const endpoints = async (): Promise<string[]> =>
  (await wechat.get('/control/log')).json.entries.map((entry: { endpoint: string }) => entry.endpoint)
const tokenCalls = async () => (await endpoints()).filter((name) => name === 'stable_token').length
const aCode = { scene: 'k7Qm2xWb9d', page: 'pages/product/index' }

describe('the access token', () => {
  it('is asked for once, however many calls need it at the same time', async () => {
    const mini = wechat.miniProgram()

    await Promise.all(Array.from({ length: 8 }, () => mini.getUnlimitedCode(aCode)))

    expect(await tokenCalls()).toBe(1)
  })

  it('is renewed before it runs out, so that no call meets its end', async () => {
    const mini = wechat.miniProgram()
    await mini.getUnlimitedCode(aCode)

    wechat.pass(2 * HOUR - 4 * 60_000)
    await mini.getUnlimitedCode(aCode)

    expect(await tokenCalls()).toBe(2)
    const codes = (await wechat.get('/control/log')).json.entries.map(
      (entry: { code?: number }) => entry.code,
    )
    expect(codes.filter((code: unknown) => code !== undefined)).toEqual([])
  })

  it.each([40001, 42001])(
    'that WeChat refuses with %d is replaced, and the call repeated once',
    async (errcode) => {
      const mini = wechat.miniProgram()
      await mini.getUnlimitedCode(aCode)
      await wechat.misbehave({ on: 'endpoint', endpoint: 'getwxacodeunlimit', kind: 'errcode', errcode })

      const image = await mini.getUnlimitedCode(aCode)

      expect(image.mime).toBe('image/png')
      // WeChat still handed out the refused one, so a new one was forced.
      expect(await tokenCalls()).toBe(3)
    },
  )

  it('that another process has forced anew is picked up without forcing again', async () => {
    const mini = wechat.miniProgram()
    await mini.getUnlimitedCode(aCode)
    await wechat.post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: 'wx0123456789abcdef',
      secret: SECRET,
      force_refresh: true,
    })

    await mini.getUnlimitedCode(aCode)

    expect(await tokenCalls()).toBe(3)
  })

  it('that is refused twice ends in an error, not in a loop', async () => {
    const fault = { on: 'endpoint', endpoint: 'getwxacodeunlimit', kind: 'errcode', errcode: 40001 } as const
    await wechat.misbehave({ ...fault, times: 'always' })

    await expect(wechat.miniProgram().getUnlimitedCode(aCode)).rejects.toMatchObject({
      kind: 'token_invalid',
    })

    expect((await endpoints()).filter((name) => name === 'getwxacodeunlimit')).toHaveLength(2)
  })

  it('can be asked for again after WeChat was down', async () => {
    const mini = wechat.miniProgram()
    await wechat.misbehave({ on: 'endpoint', endpoint: 'stable_token', kind: 'http_error' })

    await expect(mini.getUnlimitedCode(aCode)).rejects.toBeInstanceOf(MiniProgramError)

    await expect(mini.getUnlimitedCode(aCode)).resolves.toMatchObject({ mime: 'image/png' })
  })
})

describe('a mini-program code', () => {
  it('is a real picture of the size asked for', async () => {
    const { bytes } = await wechat.miniProgram().getUnlimitedCode({ ...aCode, width: 280 })

    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([280, 280])
    const data = bytes.indexOf('IDAT')
    const rows = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)))
    expect(rows).toHaveLength(280 * 281)
  })

  it('opens, when scanned, the page with the scene it carries', async () => {
    await wechat.miniProgram().getUnlimitedCode({ scene: 's=42&p=1009', page: 'pages/product/index' })
    const { json: listed } = await wechat.get('/client/codes?scene=s%3D42%26p%3D1009')

    const { json: opened } = await wechat.get(`/client/codes/${listed.codes[0].id}`)

    expect(opened).toMatchObject({
      path: 'pages/product/index',
      query: { scene: 's%3D42%26p%3D1009' },
      scene: 1047,
    })
  })

  it('is not even asked for with a scene WeChat would not take', async () => {
    await expect(wechat.miniProgram().getUnlimitedCode({ ...aCode, scene: '员工=1' })).rejects.toThrow(
      RangeError,
    )

    expect(await endpoints()).toEqual([])
  })

  it('that WeChat refuses is an error, not a picture of JSON', async () => {
    const wrong = { ...aCode, page: '/pages/product/index' }

    await expect(wechat.miniProgram().getUnlimitedCode(wrong)).rejects.toMatchObject({
      kind: 'refused',
      errcode: 41030,
    })
  })
})

describe('a phone number', () => {
  const codeOf = async (user: string): Promise<string> =>
    (await wechat.post('/client/phone-code', { user })).json.code

  it('comes for a phone code, once', async () => {
    const mini = wechat.miniProgram()
    const code = await codeOf('lin')

    const phone = await mini.getPhoneNumber(code)

    const { json: known } = await wechat.get('/client/identity?user=lin')
    expect(phone).toEqual({ phoneNumber: known.phone, purePhoneNumber: known.phone, countryCode: '86' })
    await expect(mini.getPhoneNumber(code)).rejects.toMatchObject({ kind: 'code_invalid' })
  })

  it('does not come for a login code, nor for another customer’s openid', async () => {
    const mini = wechat.miniProgram()
    const { json: login } = await wechat.post('/client/login', { user: 'lin' })
    const { json: other } = await wechat.get('/client/identity?user=wang')

    await expect(mini.getPhoneNumber(login.code)).rejects.toMatchObject({ kind: 'code_invalid' })
    await expect(mini.getPhoneNumber(await codeOf('lin'), other.openid)).rejects.toMatchObject({
      kind: 'refused',
    })
  })
})

describe('a subscription message', () => {
  const aMessage = async (user: string) => ({
    openid: (await wechat.get(`/client/identity?user=${user}`)).json.openid as string,
    templateId: 'TMPL-PAID',
    page: 'packages/orders/detail/index?id=1',
    data: { thing1: '赣南脐橙 5斤', amount2: '¥39.90' },
  })

  it('arrives once for each time the customer accepted', async () => {
    const mini = wechat.miniProgram()
    const message = await aMessage('lin')
    await wechat.post('/client/subscribe', { user: 'lin', tmplIds: ['TMPL-PAID'] })

    await mini.sendSubscribeMessage(message)

    const { json } = await wechat.get('/client/messages?user=lin')
    expect(json.messages).toMatchObject([{ templateId: 'TMPL-PAID', data: message.data, page: message.page }])
    await expect(mini.sendSubscribeMessage(message)).rejects.toMatchObject({ kind: 'not_subscribed' })
  })

  it('does not arrive where the customer rejected it', async () => {
    const message = await aMessage('lin')
    const answer = { 'TMPL-PAID': 'reject' }
    await wechat.post('/client/subscribe', { user: 'lin', tmplIds: ['TMPL-PAID'], answer })

    const sent = wechat.miniProgram().sendSubscribeMessage(message)

    await expect(sent).rejects.toMatchObject({ kind: 'not_subscribed', errcode: 43101 })
  })

  it('with a value too long for its field is refused, and the acceptance is kept', async () => {
    const mini = wechat.miniProgram()
    const message = await aMessage('lin')
    await wechat.post('/client/subscribe', { user: 'lin', tmplIds: ['TMPL-PAID'] })

    const tooLong = { ...message, data: { thing1: '一'.repeat(21) } }

    await expect(mini.sendSubscribeMessage(tooLong)).rejects.toMatchObject({ errcode: 47003 })
    await expect(mini.sendSubscribeMessage(message)).resolves.toBeUndefined()
  })
})
