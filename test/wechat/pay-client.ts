import { createWeChatPay, type WeChatPayOptions } from '../../server/wechat/pay/client'
import { openData, pay } from './vectors'

let count = 0

/** A client of the test merchant; nothing is sent until it is told where. */
export const aWeChatPay = (options: Partial<WeChatPayOptions> = {}) =>
  createWeChatPay({
    mchid: pay.mchid,
    appid: openData.appid,
    serialNo: pay.merchant_serial_no,
    privateKeyPem: pay.merchant_private_key_TEST_ONLY,
    apiV3Key: pay.apiv3_key,
    verifiers: { [pay.wechatpay_public_key_id]: pay.wechatpay_public_key },
    baseUrl: 'http://127.0.0.1:9',
    notifyUrl: 'http://127.0.0.1:9/wechat/notify',
    now: Date.now,
    nonce: () => `NONCE${String(++count).padStart(27, '0')}`,
    ...options,
  })
