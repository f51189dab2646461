import { join } from 'node:path'

const key = (name: string) => join(__dirname, '..', '..', 'simulator', 'keys', name)

/**
 * The one mini-program and merchant the simulator serves, as WeChat's consoles would hand them to a merchant.
 * TEST-ONLY: everything here is public and guards nothing.
 */
export const SIMULATED = {
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  WECHAT_PUSH_TOKEN: 'qundian-simulated-push-token',
  WECHAT_PUSH_AES_KEY: 'qundiansimulatedpushaeskey0123456789ABCDEFG',
  WXPAY_MCHID: '1900000109',
  WXPAY_SERIAL_NO: '1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C',
  WXPAY_PRIVATE_KEY_FILE: key('merchant-private.pem'),
  WXPAY_APIV3_KEY: 'wxfacts-apiv3-key-32-bytes-long!',
  WXPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0119000001092025010100000000000000',
  WXPAY_PUBLIC_KEY_FILE: key('wechatpay-public.pem'),
  WXPAY_PLATFORM_CERT_FILES: key('platform-certificate.pem'),
} as const
