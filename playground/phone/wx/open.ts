import { h } from '../../dom'
import { sheet } from '../layer'
import type { EnterOptions, Persona } from '../types'
import { asynchronous, WxRefusal } from './api'
import { askSimulator } from './simulator'

interface PayParams {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: string
  readonly paySign: string
}

interface Ciphertext {
  readonly encryptedData: string
  readonly iv: string
}

/** Scenes in which the mini-program was opened from a chat. */
const SINGLE_PAGE = 1154

/** Login, group, pay and the like, answered by the simulator for the person who holds the phone. */
export function openApi(persona: Persona, entered: { enter: EnterOptions }): Record<string, unknown> {
  const { user } = persona
  const inFullApp = (): void => {
    if (entered.enter.scene === SINGLE_PAGE) throw new WxRefusal('not supported in single page mode')
  }
  const groupOf = async (shape: 'enter' | 'share'): Promise<Ciphertext> => {
    inFullApp()
    const { chatType } = entered.enter
    if (!persona.group || (chatType !== 3 && chatType !== 4)) throw new WxRefusal('invalid scene', 40097)
    return askSimulator<Ciphertext>('/client/group-enter-info', {
      user,
      group: persona.group,
      shape,
      chatType,
    })
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
      const outcome = await askPay()
      await askSimulator('/client/pay', {
        user,
        timeStamp,
        nonceStr,
        package: pack,
        signType,
        paySign,
        outcome,
      })
      return undefined
    }),
    requestSubscribeMessage: asynchronous(
      'requestSubscribeMessage',
      async ({ tmplIds }: { tmplIds: string[] }) => {
        inFullApp()
        const accepted = await ask('subscribe', '群店 申请向你发送服务通知', ['允许', '拒绝'])
        return Object.fromEntries(tmplIds.map((id) => [id, accepted === 0 ? 'accept' : 'reject']))
      },
    ),
    chooseAddress: asynchronous('chooseAddress', async () => {
      const addresses = sampleAddresses(user)
      const labels = addresses.map(
        (a) => `${a.userName} ${a.telNumber}\n${a.cityName}${a.countyName}${a.detailInfo}`,
      )
      const chosen = await ask('address', '选择收货地址', [...labels, '取消'])
      const address = addresses[chosen ?? addresses.length]
      if (!address) throw new WxRefusal('cancel')
      return address
    }),
    scanCode: asynchronous('scanCode', () => {
      throw new WxRefusal('cancel')
    }),
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
    openBusinessView: asynchronous('openBusinessView', async () => {
      const chosen = await ask('receipt', '确认收货', ['确认收货', '取消'])
      return { extraData: { status: chosen === 0 ? 'success' : 'cancel' } }
    }),
    saveImageToPhotosAlbum: asynchronous('saveImageToPhotosAlbum', () => undefined),
  }
}

async function askPay(): Promise<'ok' | 'cancel' | 'fail'> {
  const outcome = await sheet<'ok' | 'cancel' | 'fail'>(
    (choose) =>
      h(
        'div',
        { class: 'pay-sheet' },
        h('h3', {}, '微信支付（模拟）'),
        h('button', { class: 'pay-confirm', onclick: () => choose('ok') }, '确认支付'),
        h('button', { onclick: () => choose('cancel') }, '取消支付'),
        h('button', { onclick: () => choose('fail') }, '让支付失败'),
      ),
    'pay',
  )
  return outcome ?? 'cancel'
}

/** A question with a list of answers; the index chosen, or null when waved away. */
function ask(name: string, title: string, answers: readonly string[]): Promise<number | null> {
  return sheet<number>(
    (choose) =>
      h(
        'div',
        { class: 'action-sheet' },
        h('p', {}, title),
        ...answers.map((answer, index) => h('button', { onclick: () => choose(index) }, answer)),
      ),
    name,
  )
}

function sampleAddresses(user: string) {
  const one = { errMsg: 'chooseAddress:ok', nationalCode: '310104', telNumber: '13800000001' }
  return [
    {
      ...one,
      userName: user,
      postalCode: '200030',
      provinceName: '上海市',
      cityName: '上海市',
      countyName: '徐汇区',
      detailInfo: '天平路 12 弄 3 号 501 室',
    },
    {
      ...one,
      userName: user,
      postalCode: '850000',
      provinceName: '西藏自治区',
      cityName: '拉萨市',
      countyName: '城关区',
      detailInfo: '江苏路 5 号',
    },
  ]
}
