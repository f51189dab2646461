import { h } from '../../dom'
import { sheet } from '../layer'
import type { Prepaid } from './simulator'

export type PayOutcome = 'ok' | 'cancel' | 'fail' | 'unknown'

/** WeChat's pay sheet with what is to be paid, where that is known, and with what a tester may let happen. */
export async function askPay(prepaid: Prepaid | null): Promise<PayOutcome> {
  const bill = prepaid
    ? [
        h('p', { class: 'pay-what' }, prepaid.description),
        h('p', { class: 'pay-sum' }, `¥${(prepaid.totalFen / 100).toFixed(2)}`),
      ]
    : []
  const outcome = await sheet<PayOutcome>(
    (choose) =>
      h(
        'div',
        { class: 'pay-sheet' },
        h('h3', {}, '微信支付（模拟）'),
        ...bill,
        h('button', { class: 'pay-confirm', onclick: () => choose('ok') }, '确认支付'),
        h('button', { class: 'pay-cancel', onclick: () => choose('cancel') }, '取消支付'),
        h('button', { class: 'pay-fail', onclick: () => choose('fail') }, '让支付失败'),
        h('button', { class: 'pay-unknown', onclick: () => choose('unknown') }, '扣了款但没有回音'),
      ),
    'pay',
  )
  return outcome ?? 'cancel'
}

/** A question with a list of answers; the index chosen, or null when waved away. */
export function ask(name: string, title: string, answers: readonly string[]): Promise<number | null> {
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

export interface PhoneAddress {
  readonly errMsg: string
  readonly userName: string
  readonly telNumber: string
  readonly cityName: string
  readonly countyName: string
  readonly detailInfo: string
  readonly [field: string]: string
}

/** The address book of WeChat, the same two places for everybody: one near, one far. */
export async function askAddress(user: string): Promise<PhoneAddress | null> {
  const addresses = sampleAddresses(user)
  const labels = addresses.map(
    (a) => `${a.userName} ${a.telNumber}\n${a.cityName}${a.countyName}${a.detailInfo}`,
  )
  const chosen = await ask('address', '选择收货地址', [...labels, '取消'])
  return addresses[chosen ?? addresses.length] ?? null
}

function sampleAddresses(user: string): PhoneAddress[] {
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
