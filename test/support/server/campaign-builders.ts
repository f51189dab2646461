import { randomUUID } from 'node:crypto'
import type { CampaignInput } from '../../../contract/campaign'
import type { CouponView } from '../../../contract/coupon'
import { DAY_MS } from '../../../domain/shop-time'
import { createCampaign } from '../../../server/modules/coupon/manage/save'
import type { Deps } from '../../../server/platform/deps'
import type { Answer, TestShop } from './shop'

type TierInput = CampaignInput['tiers'][number]

let made = 0

/** 满100减10 for anyone, ten days from the claim, unless told. */
export const aTier = (tier: Partial<TierInput> = {}): TierInput => ({
  thresholdFen: 10_000,
  off: { kind: 'amount', amountOff: 1_000 },
  stock: null,
  validity: { kind: 'days', days: 10 },
  gate: { kind: 'anyone' },
  ...tier,
})

/** A campaign of one tier that runs from yesterday for a week: ten copies, one each. */
export function aCampaignInput(nowMs: number, campaign: Partial<CampaignInput> = {}): CampaignInput {
  made += 1
  return {
    code: `campaign-${made}`,
    title: '周末满减券',
    claimFrom: nowMs - DAY_MS,
    claimUntil: nowMs + 7 * DAY_MS,
    totalStock: 10,
    stockPerGroup: null,
    limitPerMember: 1,
    scope: { kind: 'all' },
    slot: 'goods',
    tiers: [aTier()],
    ...campaign,
  }
}

/** Saves a campaign as the command line does; answers its id. */
export async function aCampaign(
  { deps }: { readonly deps: Pick<Deps, 'db' | 'ids' | 'clock'> },
  campaign: Partial<CampaignInput> = {},
): Promise<string> {
  const nowMs = deps.clock.now()
  const saved = await createCampaign(deps, aCampaignInput(nowMs, campaign), { staffId: null, nowMs })
  if (!saved.ok) throw new Error(`a campaign was refused: ${JSON.stringify(saved.error)}`)
  return saved.value.id
}

/** Taps "claim", or with `upgradeOf` "upgrade". */
export const claims = (
  shop: Pick<TestShop, 'call'>,
  { token }: { readonly token: string },
  campaignId: string,
  body: { readonly requestId?: string; readonly upgradeOf?: string } = {},
): Promise<Answer> =>
  shop.call('POST', `/campaigns/${campaignId}/claims`, {
    token,
    body: { requestId: randomUUID(), ...body },
  })

/** Claims; answers the coupon. */
export async function aCoupon(
  shop: Pick<TestShop, 'call'>,
  person: { readonly token: string },
  campaignId: string,
  body: { readonly upgradeOf?: string } = {},
): Promise<CouponView> {
  const answer = await claims(shop, person, campaignId, body)
  if (answer.status !== 200) throw new Error(`a claim was refused: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** The campaign as this person sees it. */
export async function seesLadder(
  shop: Pick<TestShop, 'call'>,
  { token }: { readonly token: string },
  campaignId: string,
) {
  return (await shop.call('GET', `/campaigns/${campaignId}`, { token })).body
}
