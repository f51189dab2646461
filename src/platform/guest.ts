import { ok, type Result, refuse } from '@domain/result'
import Taro from '@tarojs/taro'
import { send } from './http'
import { newId } from './id'
import { askShop, simulatorUrl } from './shop'
import { keep, recall } from './storage'

/**
 * DevTools' guest appid has no login, group or payment. Where the shop itself says that WeChat is simulated,
 * the simulator's client side answers in WeChat's place. A real appid and a real shop never come here.
 */
const GUEST_APPID = 'touristappid'
const KEY = 'guest.persona'
const VERSION = 1

interface Persona {
  readonly user: string
  readonly group: string | null
}

let persona: Persona | null = null
let guestAppid: boolean | null = null

/** Whether this is DevTools' guest appid. */
export function isGuestAppid(): boolean {
  if (guestAppid === null) {
    try {
      guestAppid = Taro.getAccountInfoSync().miniProgram.appId === GUEST_APPID
    } catch {
      guestAppid = false
    }
  }
  return guestAppid
}

/**
 * Testers choose who they are and from which group by `_as` and `_group` in a compile mode's query. Answers
 * whether somebody else holds the phone now.
 */
export function noteGuestPersona(query: Readonly<Record<string, string | undefined>>): boolean {
  if (!isGuestAppid() && !query._as) return false
  const before = persona ?? recall<Persona>(KEY, VERSION)
  const user = query._as || before?.user || randomUser()
  persona = { user, group: query._group || null }
  keep(KEY, VERSION, persona)
  return before !== null && before.user !== user
}

const randomUser = () => `guest-${newId(Date.now()).slice(-12)}`

function whoAmI(): Persona {
  persona ??= recall<Persona>(KEY, VERSION) ?? { user: randomUser(), group: null }
  keep(KEY, VERSION, persona)
  return persona
}

async function ask<T>(path: string, body: unknown): Promise<Result<T, { reason: string }>> {
  const base = (await simulatorUrl()) ?? (await askAgain())
  if (!base) return refuse({ reason: 'WeChat is not simulated by this shop' })
  const answer = await send<T>({ method: 'POST', base, path, body })
  return answer.ok ? ok(answer.value) : refuse({ reason: `${answer.error.code}: ${answer.error.message}` })
}

async function askAgain(): Promise<string | null> {
  const answer = await askShop()
  return answer.ok ? (answer.value.simulated?.simulatorUrl ?? null) : null
}

/** A login code from the simulator, for this tester's persona. */
export async function guestLoginCode(): Promise<Result<string, { reason: string }>> {
  const answer = await ask<{ code: string }>('/client/login', { user: whoAmI().user })
  return answer.ok ? ok(answer.value.code) : answer
}

/** The group's ciphertext from the simulator; refused where the tester named no group. */
export async function guestGroup(
  shape: 'enter' | 'share',
): Promise<Result<{ encryptedData: string; iv: string }, { reason: string }>> {
  const { user, group } = whoAmI()
  if (!group) return refuse({ reason: 'no _group was named' })
  return ask('/client/group-enter-info', { user, group, shape })
}

/** The pay sheet of the simulator, with the outcome the tester chose. */
export function guestPay(
  params: Readonly<Record<string, string>>,
  outcome: 'ok' | 'cancel' | 'fail' | 'unknown',
): Promise<Result<unknown, { reason: string }>> {
  return ask('/client/pay', { ...params, user: whoAmI().user, outcome })
}

/** 确认收货 in the simulator, as WeChat's own screen would note it. */
export const guestReceipt = (transactionId: string): Promise<Result<unknown, { reason: string }>> =>
  ask('/client/confirm-receipt', { user: whoAmI().user, extraData: { transaction_id: transactionId } })

/** Notes in the simulator whether the tester allows messages of these templates. */
export const guestSubscribe = (
  tmplIds: readonly string[],
  answer: 'accept' | 'reject',
): Promise<Result<unknown, { reason: string }>> =>
  ask('/client/subscribe', { user: whoAmI().user, tmplIds, answer })
