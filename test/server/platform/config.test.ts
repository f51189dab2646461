import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfigError, readConfig } from '../../../server/config'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PRIVATE = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const PUBLIC = publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** A real shop's environment, all in order. */
const REAL = {
  PUBLIC_URL: 'https://shop.example.com/',
  SHOP_SECRET: 'a secret of more than thirty-two characters',
  WECHAT_APPID: 'wxaaaaaaaaaaaaaaaa',
  WECHAT_SECRET: 'the app secret',
  WXPAY_MCHID: '1234567890',
  WXPAY_SERIAL_NO: '1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8D',
  WXPAY_PRIVATE_KEY: PRIVATE,
  WXPAY_APIV3_KEY: 'thirty-two characters for APIv3!',
  WXPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0112345678902025010100000000000000',
  WXPAY_PUBLIC_KEY_FILE: '/etc/shop/wechatpay.pem',
}
const FILES: Record<string, string> = { '/etc/shop/wechatpay.pem': PUBLIC, '/etc/shop/poem.txt': 'no key' }
const readFile = (path: string) => FILES[path] ?? readFileSync(path, 'utf8')

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env, readFile)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('the environment of a real shop', () => {
  it('points the server at WeChat by values alone', () => {
    const config = readConfig(REAL, readFile)

    expect(config).toMatchObject({
      simulated: false,
      simulatorUrl: null,
      publicUrl: 'https://shop.example.com',
      host: '127.0.0.1',
      port: 8787,
      wechat: { appid: 'wxaaaaaaaaaaaaaaaa', apiBase: 'https://api.weixin.qq.com' },
      pay: { apiBase: 'https://api.mch.weixin.qq.com', verifiers: { [REAL.WXPAY_PUBLIC_KEY_ID]: PUBLIC } },
    })
  })

  it('takes a key on one line, with \\n for its line breaks', () => {
    const config = readConfig({ ...REAL, WXPAY_PRIVATE_KEY: PRIVATE.replaceAll('\n', '\\n') }, readFile)

    expect(config.pay.privateKey).toBe(PRIVATE)
  })

  it('names every fault in one message', () => {
    const env = {
      PORT: '99999',
      LOG_LEVEL: 'loud',
      WECHAT_APPID: 'mine',
      DATABASE_URL: 'mysql://x',
      TRUST_PROXY: 'yes',
    }

    expect(() => readConfig(env, readFile)).toThrow(
      new ConfigError([
        'PORT must be a whole number from 0 to 65535, not "99999"',
        'TRUST_PROXY must be 1 or 0, not "yes"',
        'DATABASE_URL must be a postgresql:// address',
        'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "loud"',
        'WECHAT_APPID must be `wx` and 16 hexadecimal digits, not "mine"',
        'PUBLIC_URL is missing',
        'SHOP_SECRET is missing',
        'WECHAT_SECRET is missing',
        'WXPAY_MCHID is missing',
        'WXPAY_SERIAL_NO is missing',
        'WXPAY_APIV3_KEY is missing',
        'WXPAY_PRIVATE_KEY(_FILE) is missing',
        'WXPAY_PUBLIC_KEY(_FILE) or WXPAY_PLATFORM_CERT_FILES is missing',
      ]),
    )
  })

  it.each([
    ['a short secret', { SHOP_SECRET: 'hunter2' }, 'SHOP_SECRET must be at least 32 characters'],
    ['a public address without TLS', { PUBLIC_URL: 'http://shop.example.com' }, 'PUBLIC_URL must be https'],
    ['a key that is none', { WXPAY_PRIVATE_KEY: 'hunter2' }, 'WXPAY_PRIVATE_KEY(_FILE) is not a PEM key'],
    [
      'a key file that is none',
      { WXPAY_PUBLIC_KEY_FILE: '/etc/shop/poem.txt' },
      'WXPAY_PUBLIC_KEY(_FILE) is not a PEM key',
    ],
    [
      'a key file that is not there',
      { WXPAY_PUBLIC_KEY_FILE: '/nowhere' },
      'WXPAY_PUBLIC_KEY_FILE names a file that cannot be read: /nowhere',
    ],
    ['a public key without its id', { WXPAY_PUBLIC_KEY_ID: undefined }, 'WXPAY_PUBLIC_KEY_ID is missing'],
    [
      'a file that is no certificate',
      { WXPAY_PLATFORM_CERT_FILES: '/etc/shop/poem.txt' },
      'WXPAY_PLATFORM_CERT_FILES names a file that is no certificate: /etc/shop/poem.txt',
    ],
    [
      'the simulator beside it',
      { SIMULATOR_URL: 'http://127.0.0.1:8788' },
      'SIMULATOR_URL is only for WECHAT_SIMULATED=1',
    ],
    [
      'the public test mini-program',
      { WECHAT_APPID: 'wx0123456789abcdef' },
      'WECHAT_APPID is the public test one; set WECHAT_SIMULATED=1 to use the simulator',
    ],
    [
      'the public test merchant',
      { WXPAY_MCHID: '1900000109' },
      'WXPAY_MCHID is the public test one; set WECHAT_SIMULATED=1 to use the simulator',
    ],
  ])('refuses %s', (_name, env, fault) => {
    expect(faultsOf({ ...REAL, ...env })).toEqual([fault])
  })

  it('never repeats a secret', () => {
    const faults = faultsOf({
      ...REAL,
      SHOP_SECRET: 'hunter2',
      WXPAY_APIV3_KEY: 'hunter2',
      DATABASE_URL: 'hunter2',
    })

    expect(faults).toHaveLength(3)
    expect(faults.join()).not.toContain('hunter2')
  })
})

describe('the environment of a simulated shop', () => {
  it('needs nothing but to say so', () => {
    const config = readConfig({ WECHAT_SIMULATED: '1' })

    expect(config).toMatchObject({
      simulated: true,
      simulatorUrl: 'http://127.0.0.1:8788',
      wechat: { appid: 'wx0123456789abcdef', apiBase: 'http://127.0.0.1:8788' },
      pay: { mchid: '1900000109', apiBase: 'http://127.0.0.1:8788' },
    })
    expect(Object.keys(config.pay.verifiers)).toHaveLength(2)
  })

  it.each([
    ['a real mini-program', { WECHAT_APPID: REAL.WECHAT_APPID }],
    ['a real merchant', { WXPAY_MCHID: REAL.WXPAY_MCHID }],
    ['WeChat’s own servers', { WECHAT_API_BASE: 'https://api.weixin.qq.com' }],
    ['WeChat Pay’s own servers', { WXPAY_API_BASE: 'https://api.mch.weixin.qq.com' }],
    ['a simulator elsewhere', { SIMULATOR_URL: 'http://10.0.0.1:8788' }],
    ['a host that only looks like loopback', { SIMULATOR_URL: 'http://127.0.0.1.example.com' }],
  ])('refuses to stand beside %s', (_name, env) => {
    expect(faultsOf({ WECHAT_SIMULATED: '1', ...env })).toEqual([
      expect.stringMatching(/while WECHAT_SIMULATED is 1$/),
    ])
  })
})
