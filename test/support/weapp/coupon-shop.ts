import type { CampaignInput } from '@contract/campaign'
import type { RunningShop } from '../shop/start-shop'
import { exchange } from './http'

const DAY_MS = 86_400_000

export interface Caller {
  readonly token: string
}

/** What tests of coupons need beside the phone: other people, who act through the shop's API. */
export interface CouponShop {
  /** Logs in as WeChat's simulator knows this user. */
  login(user: string): Promise<Caller>
  call<T>(caller: Caller, method: string, path: string, body?: object): Promise<T>
  /** Saves a campaign as the manager would; answers its id. It stands before whatever else runs. */
  campaign(input: Partial<CampaignInput> & Pick<CampaignInput, 'title' | 'tiers'>): Promise<string>
  /** Takes a copy. */
  claim(caller: Caller, campaignId: string): Promise<{ readonly id: string }>
  readonly groups: ReadonlyMap<string, string>
}

type TierInput = CampaignInput['tiers'][number]

/** 满20减2 for anyone, a week from the claim, unless told. */
export const aRung = (tier: Partial<TierInput> = {}): TierInput => ({
  thresholdFen: 2000,
  off: { kind: 'amount', amountOff: 200 },
  stock: null,
  validity: { kind: 'days', days: 7 },
  gate: { kind: 'anyone' },
  ...tier,
})

export const yuanOff = (yuan: number): TierInput['off'] => ({ kind: 'amount', amountOff: yuan * 100 })

/** The demo shop with its manager 周敏 at hand. */
export async function openCouponShop({ apiUrl, simulatorUrl }: RunningShop): Promise<CouponShop> {
  let made = 0
  const ask = async <T>(url: string, method: string, body?: object, token?: string): Promise<T> => {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const { status, text } = await exchange(
      method,
      url,
      body ? headers : withoutType(headers),
      body && JSON.stringify(body),
    )
    if (status >= 300) throw new Error(`${method} ${url}: ${status} ${text}`)
    return JSON.parse(text) as T
  }
  const login = async (user: string): Promise<Caller> => {
    const { code } = await ask<{ code: string }>(`${simulatorUrl}/client/login`, 'POST', { user })
    return ask<Caller>(`${apiUrl}/sessions`, 'POST', { code })
  }
  const call = <T>(caller: Caller, method: string, path: string, body?: object): Promise<T> =>
    ask<T>(apiUrl + path, method, body, caller.token)
  const manager = await login('zhou-min')
  const { groups } = await call<{ groups: { id: string; name: string }[] }>(
    manager,
    'GET',
    '/manage/campaign-choices',
  )
  const { serverTime } = await call<{ serverTime: number }>(manager, 'GET', '/shop')
  return {
    login,
    call,
    groups: new Map(groups.map(({ id, name }) => [name, id])),
    campaign: async (input) => {
      made += 1
      const body: CampaignInput = {
        code: `test-${made}`,
        position: -900,
        // From now on: what the demo's groups bought before counts to no milestone.
        claimFrom: serverTime,
        claimUntil: serverTime + 5 * DAY_MS,
        totalStock: 100,
        stockPerGroup: null,
        limitPerMember: 1,
        scope: { kind: 'all' },
        slot: 'goods',
        ...input,
      }
      return (await call<{ id: string }>(manager, 'POST', '/manage/campaigns', body)).id
    },
    claim: (caller, campaignId) => {
      made += 1
      return call(caller, 'POST', `/campaigns/${campaignId}/claims`, { requestId: `claim-by-hand-${made}` })
    },
  }
}

function withoutType(headers: Record<string, string>): Record<string, string> {
  const { 'content-type': _type, ...rest } = headers
  return rest
}
