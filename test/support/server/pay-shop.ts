import { createWeChatPay, type WeChatPay } from '../../../server/wechat/pay/client'
import type { ShopOptions } from './shop'
import { openWeChatShop, type WeChatShop } from './wechat-shop'

export interface PayShopOptions extends ShopOptions {
  /** How long the shop waits for an answer of WeChat Pay; longer than any machine stalls unless told. */
  readonly payTimeoutMs?: number
}

export interface PayShop extends WeChatShop {
  /** Orders misbehaviour of the simulator, as its control says it. */
  faults(...faults: readonly Record<string, unknown>[]): Promise<void>
  /** Sends every notification that is waiting, due or not, until all have been answered. Gives how many. */
  flush(): Promise<number>
}

/** The whole server with the simulator as WeChat and as WeChat Pay, which notifies it over HTTP. */
export function openPayShop(options: PayShopOptions = {}): PayShop {
  let client: WeChatPay | undefined
  const shop = openWeChatShop({
    ...options,
    replace: (deps) => {
      const { config, clock, random } = deps
      // Made at its first use: only then the shop has a port to be notified at.
      const real = (): WeChatPay => {
        client ??= createWeChatPay({
          mchid: config.pay.mchid,
          appid: config.wechat.appid,
          serialNo: config.pay.serialNo,
          privateKeyPem: config.pay.privateKey,
          apiV3Key: config.pay.apiV3Key,
          verifiers: config.pay.verifiers,
          baseUrl: shop.simulatorUrl,
          notifyUrl: `${shop.url}/wechat/pay/notifications`,
          now: () => clock.now(),
          nonce: () => random.bytes(16).toString('hex'),
          timeoutMs: options.payTimeoutMs ?? 20_000,
        })
        return client
      }
      const pay = new Proxy({} as WeChatPay, { get: (_, name) => Reflect.get(real(), name) })
      return { pay, ...options.replace?.({ ...deps, pay }) }
    },
  })
  const control = async (path: string, body: unknown) => {
    const response = await fetch(`${shop.simulatorUrl}/control/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return response.json()
  }
  return Object.defineProperties({} as PayShop, {
    ...Object.getOwnPropertyDescriptors(shop),
    faults: { value: (...faults: unknown[]) => control('faults', { faults }) },
    flush: { value: async () => (await control('flush', {})).sent },
  })
}
