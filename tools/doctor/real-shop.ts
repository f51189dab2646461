import { ConfigError, readConfig } from '../../server/config'
import { appidOf, isGuest } from './devtools'
import { check, type Finding, missing, there } from './findings'

type Env = Readonly<Record<string, string | undefined>>

/** What the server would refuse to start without, told by its own rules: `WXPAY_…` is pay, the rest is WeChat. */
function serverFaults(env: Env): string[] {
  try {
    readConfig({ ...env, WECHAT_SIMULATED: '0', SIMULATOR_URL: undefined })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return [...error.faults]
    throw error
  }
}

const isAboutPay = (fault: string): boolean => fault.startsWith('WXPAY_')

const asFindings = (faults: readonly string[], good: string): Finding[] =>
  faults.length > 0
    ? faults.map((fault) => missing(fault, 'set it in the environment of npm start; see the README'))
    : [there(good)]

/** What a real mini-program needs, apart from money. */
export function wechatFindings(env: Env, root: string): Finding[] {
  const faults = serverFaults(env).filter((fault) => !isAboutPay(fault))
  const api = env.TARO_APP_API ?? ''
  return [
    check(env.WECHAT_SIMULATED === '0', 'WECHAT_SIMULATED=0', 'unless it is 0 the shop uses the simulator'),
    ...asFindings(faults, 'the server’s environment for WeChat'),
    check(
      api.startsWith('https://'),
      'TARO_APP_API, the https address built into the mini-program',
      'TARO_APP_API=https://… npm run build:weapp',
    ),
    check(
      !isGuest(root) && (!env.WECHAT_APPID || env.WECHAT_APPID === appidOf(root)),
      'the real appid in DevTools, the same as WECHAT_APPID',
      `put "appid" into project.private.config.json; it is ${appidOf(root) || 'absent'} now`,
    ),
  ]
}

/** What real payment needs. */
export const payFindings = (env: Env): Finding[] =>
  asFindings(serverFaults(env).filter(isAboutPay), 'the server’s environment for WeChat Pay')

/** What no program can see from here: it is done in WeChat's consoles. */
export const BY_HAND: readonly string[] = [
  'mp.weixin.qq.com: the API’s domain is a request 合法域名 (and downloadFile for pictures)',
  'mp.weixin.qq.com: the privacy guideline names address, phone number and album (用户隐私保护指引)',
  'mp.weixin.qq.com: one-time subscription templates are chosen for paid, shipped, refund and coupon expiring',
  'mp.weixin.qq.com: 发货信息管理 is switched on; every paid order must be reported as shipped',
  'pay.weixin.qq.com: the merchant number is bound to the appid, APIv3 key and public key are set',
  'open.weixin.qq.com: mini-program and WeCom share one developer account, for a common unionid',
]
