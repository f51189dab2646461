import type { EnterOptions } from '../../../playground/phone/types'
import { asynchronous, Signal, WxRefusal } from '../../../playground/phone/wx/api'
import { fakeCanvas } from './fake-canvas'
import { exchange } from './http'
import type { Phone } from './phone'

interface Addresses {
  readonly apiUrl: string
  readonly builtInApi: string
  readonly simulatorUrl: string
}

interface RequestOptions {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Record<string, string>
  readonly timeout?: number
}

/** `wx` beyond routes, storage and sharing: real HTTP to the shop, the simulator for what WeChat would do. */
export function fakeWx(
  phone: Phone,
  addresses: Addresses,
  entered: { enter: EnterOptions },
): Record<string, unknown> {
  const never = () => {}
  const shown = new Signal<EnterOptions>()
  const network = new Signal<{ isConnected: boolean; networkType: string }>()

  const request = asynchronous('request', async (options: RequestOptions) => {
    const { url, data, method = 'GET', header = {} } = options
    if (!phone.isOnline) throw new WxRefusal('interrupted net::ERR_INTERNET_DISCONNECTED')
    const path = url.startsWith(addresses.builtInApi) ? url.slice(addresses.builtInApi.length) : null
    phone.requests.push(`${method} ${path ?? url}`)
    const body = data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data)
    const target = path === null ? url : addresses.apiUrl + path
    phone.underWay += 1
    const answer = await exchange(method, target, withContentType(header), body, options.timeout).finally(
      () => {
        phone.underWay -= 1
      },
    )
    return { data: parsed(answer.text), statusCode: answer.status, header: answer.headers, cookies: [] }
  })

  const client = async (path: string, body: object): Promise<object> => {
    if (phone.isGuest) throw new WxRefusal('not available to the guest appid')
    const { status, text } = await exchange(
      'POST',
      `${addresses.simulatorUrl}/client/${path}`,
      { 'content-type': 'application/json' },
      JSON.stringify(body),
    )
    const told = JSON.parse(text) as { errMsg?: string; errCode?: number }
    if (status === 200) return told
    throw new WxRefusal((told.errMsg ?? String(status)).replace(/^\w*:?fail /, ''), told.errCode)
  }
  const groupInfo = (shape: 'enter' | 'share') => {
    const { chatType } = entered.enter
    if (!phone.group || (chatType !== 3 && chatType !== 4)) throw new WxRefusal('invalid scene', 40097)
    return client('group-enter-info', { user: phone.user, group: phone.group, shape, chatType })
  }

  return {
    request: (options: RequestOptions) => {
      void request(options)
      return { abort: never, onHeadersReceived: never, offHeadersReceived: never }
    },
    login: asynchronous('login', () => client('login', { user: phone.user })),
    checkSession: asynchronous('checkSession', () => {
      if (phone.isGuest) throw new WxRefusal('not available to the guest appid')
    }),
    getGroupEnterInfo: asynchronous('getGroupEnterInfo', () => groupInfo('enter')),
    getShareInfo: asynchronous('getShareInfo', () => groupInfo('share')),
    requestPayment: asynchronous('requestPayment', (params: Record<string, string>) => {
      const { timeStamp, nonceStr, package: pack, signType, paySign } = params
      const signed = { timeStamp, nonceStr, package: pack, signType, paySign }
      return client('pay', { ...signed, user: phone.user, outcome: phone.payOutcome })
    }),
    chooseAddress: asynchronous('chooseAddress', () => ADDRESS),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) =>
      client('subscribe', { user: phone.user, tmplIds, answer: phone.subscribes }),
    ),
    getSetting: asynchronous('getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true },
    })),
    openBusinessView: asynchronous('openBusinessView', async ({ extraData }: { extraData: object }) => {
      if (phone.receipt === 'absent') throw new WxRefusal('not supported')
      const told = await client('confirm-receipt', {
        user: phone.user,
        extraData,
        outcome: phone.receipt,
      })
      shown.send({ ...entered.enter, ...told })
    }),
    onAppShow: shown.on,
    offAppShow: shown.off,
    scanCode: asynchronous('scanCode', () => {
      if (phone.scans === null) throw new WxRefusal('cancel')
      return { result: phone.scans, scanType: 'CODE_128' }
    }),
    getPrivacySetting: asynchronous('getPrivacySetting', () => ({ needAuthorization: false })),
    onNeedPrivacyAuthorization: never,
    openPrivacyContract: asynchronous('openPrivacyContract', never),
    getEnterOptionsSync: () => entered.enter,
    getLaunchOptionsSync: () => entered.enter,
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: phone.isOnline ? 'wifi' : 'none' })),
    onNetworkStatusChange: network.on,
    offNetworkStatusChange: network.off,
    getAccountInfoSync: () => ({
      miniProgram: { appId: phone.isGuest ? 'touristappid' : 'wx0123456789abcdef', envVersion: 'develop' },
    }),
    ...SYSTEM,
    showToast: asynchronous('showToast', ({ title }: { title: string }) => void phone.toasts.push(title)),
    showLoading: asynchronous('showLoading', never),
    hideLoading: asynchronous('hideLoading', never),
    hideToast: asynchronous('hideToast', never),
    showModal: asynchronous(
      'showModal',
      ({ title = '', content = '' }: { title?: string; content?: string }) => {
        phone.modals.push(`${title} ${content}`.trim())
        return { confirm: phone.confirms, cancel: !phone.confirms }
      },
    ),
    showActionSheet: asynchronous('showActionSheet', () => ({ tapIndex: phone.picks })),
    setTabBarBadge: asynchronous('setTabBarBadge', ({ index, text }: { index: number; text: string }) => {
      phone.badges.set(index, text)
    }),
    removeTabBarBadge: asynchronous('removeTabBarBadge', ({ index }: { index: number }) => {
      phone.badges.delete(index)
    }),
    setNavigationBarTitle: asynchronous('setNavigationBarTitle', ({ title }: { title: string }) => {
      phone.title = title
    }),
    setClipboardData: asynchronous('setClipboardData', ({ data }: { data: string }) => {
      phone.copied = data
    }),
    ...fakeCanvas(phone),
    makePhoneCall: asynchronous('makePhoneCall', never),
    previewImage: asynchronous('previewImage', never),
    pageScrollTo: asynchronous('pageScrollTo', never),
    stopPullDownRefresh: asynchronous('stopPullDownRefresh', never),
    vibrateShort: asynchronous('vibrateShort', never),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
  }
}

const withContentType = (header: Readonly<Record<string, string>>) => ({
  'content-type': 'application/json',
  ...header,
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const WINDOW = {
  pixelRatio: 3,
  windowWidth: 390,
  windowHeight: 753,
  screenWidth: 390,
  screenHeight: 844,
  statusBarHeight: 47,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
}
const BASE = {
  SDKVersion: '3.8.12',
  version: '8.0.60',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
}
const DEVICE = { brand: 'test', model: 'test', platform: 'ios', system: 'iOS 17.0' }
const SYSTEM = {
  getWindowInfo: () => WINDOW,
  getAppBaseInfo: () => BASE,
  getDeviceInfo: () => DEVICE,
  getSystemInfoSync: () => ({ ...WINDOW, ...BASE, ...DEVICE }),
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    top: 53,
    bottom: 85,
    left: 296,
    right: 383,
  }),
  canIUse: () => true,
}

const ADDRESS = {
  userName: '林晓',
  telNumber: '13800000001',
  postalCode: '200030',
  provinceName: '上海市',
  cityName: '上海市',
  countyName: '徐汇区',
  detailInfo: '天平路 12 弄 3 号 501 室',
  nationalCode: '310104',
}
