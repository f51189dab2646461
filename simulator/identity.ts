import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const pem = (name: string): string => readFileSync(join(__dirname, 'keys', name), 'utf8')

/** The one mini-program and merchant this simulator serves. TEST-ONLY: the keys are public and guard nothing. */
export const APPID = 'wx0123456789abcdef'
export const MCHID = '1900000109'
export const APP_SECRET = '0123456789abcdef0123456789abcdef'
export const MERCHANT_SERIAL = '1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C'
/** What the console's 消息推送 page is filled in with. */
export const PUSH_TOKEN = 'qundian-simulated-push-token'
export const PUSH_AES_KEY = 'qundiansimulatedpushaeskey0123456789ABCDEFG'
export const API_V3_KEY = 'wxfacts-apiv3-key-32-bytes-long!'
export const PUBLIC_KEY_ID = 'PUB_KEY_ID_0119000001092025010100000000000000'
export const PLATFORM_SERIAL = '5A11AB1E000000000000000000000000000000CE'

export const MERCHANT_PUBLIC_KEY = pem('merchant-public.pem')
export const WECHATPAY_PRIVATE_KEY = pem('wechatpay-private.pem')
export const PLATFORM_PRIVATE_KEY = pem('platform-private.pem')
export const PLATFORM_CERTIFICATE = pem('platform-certificate.pem')

/** What a merchant is given by WeChat's consoles: all a shop needs to be set up against the simulator. */
export const merchantKit = () => ({
  appid: APPID,
  secret: APP_SECRET,
  mchid: MCHID,
  merchantSerialNo: MERCHANT_SERIAL,
  merchantPrivateKey: pem('merchant-private.pem'),
  apiV3Key: API_V3_KEY,
  pushToken: PUSH_TOKEN,
  pushAesKey: PUSH_AES_KEY,
  publicKeyId: PUBLIC_KEY_ID,
  publicKey: pem('wechatpay-public.pem'),
  platformSerial: PLATFORM_SERIAL,
  platformCertificate: PLATFORM_CERTIFICATE,
})
