import { fileUrl } from '../addresses'
import { albumOf, saveToAlbum } from '../album'
import { codeInPicture } from '../code-in-picture'
import { notedCode } from '../files'
import type { Life } from '../life'
import { phoneNow } from '../phone-clock'
import type { EnterOptions } from '../types'
import { asynchronous, WxRefusal } from './api'
import { ask, askAddress, askPay } from './sheets'
import { askSimulator, prepaidOf, scannedCode } from './simulator'

interface PayParams {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: string
  readonly paySign: string
}

interface BusinessView {
  readonly businessType: string
  readonly extraData: Readonly<Record<string, string>>
}

interface Ciphertext {
  readonly encryptedData: string
  readonly iv: string
}

const SINGLE_PAGE = 1154
const GROUP_CHATS = [3, 4]

/** Login, group, pay and the like, answered by the simulator for the person who holds the phone. */
export function openApi(user: string, life: Life): Record<string, unknown> {
  const { entered } = life
  const inFullApp = (): void => {
    if (entered.enter.scene === SINGLE_PAGE) throw new WxRefusal('not supported in single page mode')
  }
  const groupOf = async (shape: 'enter' | 'share'): Promise<Ciphertext> => {
    inFullApp()
    const { chatType } = entered.enter
    const { group } = entered
    if (!group || !GROUP_CHATS.includes(chatType ?? 0)) throw new WxRefusal('invalid scene', 40097)
    return askSimulator<Ciphertext>('/client/group-enter-info', { user, group, shape, chatType })
  }

  return {
    login: asynchronous('login', () => {
      inFullApp()
      return askSimulator<{ code: string }>('/client/login', { user })
    }),
    checkSession: asynchronous('checkSession', inFullApp),
    getGroupEnterInfo: asynchronous('getGroupEnterInfo', () => groupOf('enter')),
    getShareInfo: asynchronous('getShareInfo', ({ shareTicket }: { shareTicket?: string }) => {
      if (!shareTicket || shareTicket !== entered.enter.shareTicket)
        throw new WxRefusal('invalid shareTicket')
      return groupOf('share')
    }),
    requestPayment: asynchronous('requestPayment', async (params: PayParams) => {
      inFullApp()
      const { timeStamp, nonceStr, package: pack, signType, paySign } = params
      const given = { timeStamp, nonceStr, package: pack, signType, paySign }
      await life.under(async () => {
        const outcome = await askPay(await prepaidOf(pack, user))
        await askSimulator('/client/pay', { user, ...given, outcome })
      })
      return undefined
    }),
    requestSubscribeMessage: asynchronous(
      'requestSubscribeMessage',
      async ({ tmplIds }: { tmplIds: string[] }) => {
        inFullApp()
        const chosen = await ask('subscribe', '群店 申请向你发送服务通知', ['允许', '拒绝'])
        const answer = chosen === 0 ? 'accept' : 'reject'
        await askSimulator('/client/subscribe', { user, tmplIds, answer })
        return Object.fromEntries(tmplIds.map((id) => [id, answer]))
      },
    ),
    chooseAddress: asynchronous('chooseAddress', async () => {
      const address = await life.under(() => askAddress(user))
      if (!address) throw new WxRefusal('cancel')
      return address
    }),
    scanCode: asynchronous('scanCode', () => life.under(() => scanFromAlbum(user))),
    getSetting: asynchronous('getSetting', () => ({ authSetting: {} })),
    openSetting: asynchronous('openSetting', () => ({ authSetting: {} })),
    authorize: asynchronous('authorize', () => undefined),
    makePhoneCall: asynchronous('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
      if ((await ask('phone', phoneNumber, ['呼叫', '取消'])) !== 0) throw new WxRefusal('cancel')
    }),
    setClipboardData: asynchronous('setClipboardData', ({ data }: { data: string }) => {
      sessionStorage.setItem('clipboard', data)
    }),
    getClipboardData: asynchronous('getClipboardData', () => ({
      data: sessionStorage.getItem('clipboard') ?? '',
    })),
    openCustomerServiceChat: asynchronous('openCustomerServiceChat', () => undefined),
    openBusinessView: asynchronous('openBusinessView', async (view: BusinessView) => {
      if (view.businessType !== 'weappOrderConfirm') throw new WxRefusal('businessType not supported')
      await life.under(async () => {
        entered.enter = { ...entered.enter, referrerInfo: await confirmReceipt(user, view.extraData) }
      })
    }),
    saveImageToPhotosAlbum: asynchronous('saveImageToPhotosAlbum', keepPicture(user)),
  }
}

/** WeChat's own 确认收货; what the member did there comes back with the app's next show. */
async function confirmReceipt(
  user: string,
  extraData: BusinessView['extraData'],
): Promise<EnterOptions['referrerInfo']> {
  const chosen = await ask('receipt', '确认收货', ['确认收货', '取消'])
  const outcome = chosen === 0 ? 'success' : 'cancel'
  const told = await askSimulator<Pick<EnterOptions, 'referrerInfo'>>('/client/confirm-receipt', {
    user,
    extraData,
    outcome,
  })
  return told.referrerInfo
}

const keepPicture =
  (user: string) =>
  async ({ filePath }: { filePath: string }): Promise<void> => {
    const answer = await fetch(fileUrl(filePath)).catch(() => null)
    if (!answer?.ok) throw new WxRefusal('file not found')
    const url = await asDataUrl(await answer.blob())
    saveToAlbum(user, { url, code: notedCode(filePath) ?? (await codeInPicture(url)), at: phoneNow() })
  }

/** The scanner of a phone without a camera: it reads the pictures of the album. */
async function scanFromAlbum(user: string): Promise<object> {
  const codes = albumOf(user).flatMap(({ code }) => (code ? [code] : []))
  const chosen = await ask('scan', '扫一扫：从相册选一个码', [
    ...codes.map((code) => `小程序码 ${code}`),
    '取消',
  ])
  const code = codes[chosen ?? codes.length]
  if (!code) throw new WxRefusal('cancel')
  const { path, search } = await scannedCode(code)
  return { result: '', scanType: 'WX_CODE', path: `${path}?${search}`, charSet: 'UTF-8' }
}

const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(blob)
  })
