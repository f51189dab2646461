import { type Static, Type } from '@sinclair/typebox'

const text = (description: string, example?: string) =>
  Type.String({ minLength: 1, description, ...(example && { examples: [example] }) })
const flag = (description: string) =>
  Type.Union([Type.Literal('1'), Type.Literal('0')], { description, expected: '1 or 0' })
const whole = (description: string, minimum: number, maximum: number) =>
  Type.String({
    pattern: '^[0-9]{1,9}$',
    description,
    expected: `a whole number from ${minimum} to ${maximum}`,
    minimum,
    maximum,
  })
const url = (description: string) =>
  Type.String({
    pattern: '^https?://[^\\s/?#]+[^\\s?#]*$',
    description,
    expected: 'an http(s) address without query',
  })

/**
 * Every environment variable the server reads, with what it is for. `expected` is said to whoever gets one wrong.
 * A file variant (…_FILE) names a file that holds the value.
 */
export const Environment = Type.Partial(
  Type.Object({
    HOST: text('Address to listen on; 127.0.0.1 unless told, 0.0.0.0 behind a proxy on another machine'),
    PORT: whole('Port of the API; 8787 unless told, 0 takes a free one', 0, 65_535),
    PUBLIC_URL: url('Where WeChat and clients reach the API; https for a real shop'),
    TRUST_PROXY: flag('1 behind a proxy of your own: the caller’s address is read from X-Forwarded-For'),
    DATABASE_URL: Type.String({
      pattern: '^postgres(ql)?://',
      description: 'A PostgreSQL of version 15 or later; without it the embedded one is used',
      expected: 'a postgresql:// address',
    }),
    DATA_DIR: text('Folder of the embedded database and of imported pictures; .data unless told'),
    SHOP_SECRET: Type.String({
      minLength: 32,
      description: 'What all keys of the shop are derived from; never change it. Simulation makes its own',
      expected: 'at least 32 characters',
    }),
    LOG_LEVEL: Type.Union(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) => Type.Literal(level)),
      { description: 'info unless told', expected: 'fatal, error, warn, info, debug, trace or silent' },
    ),
    RATE_LIMIT_PER_ADDRESS: whole('Requests a minute from one address; 6000 unless told', 1, 100_000_000),
    RATE_LIMIT_PER_SESSION: whole('Requests a minute with one session; 600 unless told', 1, 100_000_000),
    WECHAT_SIMULATED: flag('1 uses the simulator instead of WeChat and allows the clock to be moved'),
    SIMULATOR_URL: url('The simulator, on loopback; http://127.0.0.1:8788 unless told'),
    WECHAT_APPID: Type.String({
      pattern: '^wx[0-9a-f]{16}$',
      description: 'The mini-program',
      expected: '`wx` and 16 hexadecimal digits',
    }),
    WECHAT_SECRET: text('The mini-program’s AppSecret'),
    WECHAT_PUSH_TOKEN: Type.String({
      pattern: '^[A-Za-z0-9_-]{3,32}$',
      description: 'Token of the console’s 消息推送; without it /wechat/push does not exist',
      expected: '3 to 32 letters and digits',
    }),
    WECHAT_PUSH_AES_KEY: Type.String({
      pattern: '^[A-Za-z0-9]{43}$',
      description: 'EncodingAESKey of the console’s 消息推送 in secure mode; without it pushes come plain',
      expected: '43 letters and digits',
    }),
    WECHAT_API_BASE: url('https://api.weixin.qq.com unless told'),
    WXPAY_MCHID: Type.String({
      pattern: '^[0-9]{8,10}$',
      description: 'The merchant',
      expected: '8 to 10 digits',
    }),
    WXPAY_SERIAL_NO: Type.String({
      pattern: '^[0-9A-Fa-f]{16,64}$',
      description: 'Serial number of the merchant’s API certificate',
      expected: 'hexadecimal digits',
    }),
    WXPAY_PRIVATE_KEY: text('PEM of the merchant’s private key (apiclient_key.pem)'),
    WXPAY_PRIVATE_KEY_FILE: text('File of the merchant’s private key'),
    WXPAY_APIV3_KEY: Type.String({
      minLength: 32,
      maxLength: 32,
      description: 'The merchant’s APIv3 key',
      expected: 'exactly 32 characters',
    }),
    WXPAY_PUBLIC_KEY_ID: Type.String({
      pattern: '^PUB_KEY_ID_[0-9A-Za-z]+$',
      description: 'Which WeChat Pay public key signs its answers',
      expected: 'an id that begins with PUB_KEY_ID_',
    }),
    WXPAY_PUBLIC_KEY: text('PEM of WeChat Pay’s public key'),
    WXPAY_PUBLIC_KEY_FILE: text('File of WeChat Pay’s public key'),
    WXPAY_PLATFORM_CERT_FILES: text('Files of WeChat Pay’s platform certificates, separated by commas'),
    WXPAY_API_BASE: url('https://api.mch.weixin.qq.com unless told'),
  }),
)
export type Environment = Static<typeof Environment>
export type EnvironmentKey = keyof Environment

/** Values that would show a secret are never repeated in a message. */
export const isSecret = (key: EnvironmentKey): boolean => /SECRET|TOKEN|KEY(_FILE)?$|DATABASE_URL/.test(key)
