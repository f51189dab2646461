import { randomUUID } from 'node:crypto'
import { DAY_MS } from '../../../domain/shop-time'
import { aCampaign, aCampaignInput, aCoupon, aTier, claims } from '../../support/server/campaign-builders'
import { aPerson, aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let manager: StaffPerson

beforeAll(async () => {
  manager = await aStaffPerson(shop, { name: '陈店长', role: 'manager' })
})

const manages = (method: string, path: string, body?: unknown) =>
  shop.call(method, `/manage/campaigns${path}`, { token: manager.token, ...(body !== undefined && { body }) })

const detailOf = async (id: string) => (await manages('GET', `/${id}`)).body

describe('a campaign a manager saves', () => {
  it('can be claimed by its window, and is shown with its figures and history', async () => {
    const person = await aPerson(shop)
    const input = aCampaignInput(shop.clock.now(), { title: '开业券' })

    const created = await manages('POST', '', input)
    const coupon = await aCoupon(shop, person, created.body.id)

    expect(created.status).toBe(200)
    expect(coupon.title).toBe('开业券')
    expect(await detailOf(created.body.id)).toMatchObject({
      input: { ...input, note: '', position: 0 },
      phase: 'running',
      isClaimed: true,
      actions: ['edit', 'raise_stock', 'pause', 'end'],
      figures: { claimed: 1, used: 0, left: 9, netSalesFen: 0 },
      byTier: [{ rank: 1, claimed: 1, used: 0, upgraded: 0, left: null }],
      history: [{ action: 'create', staffName: '陈店长' }],
    })
    const { body: list } = await manages('GET', '')
    expect(list.items[0]).toMatchObject({ id: created.body.id, figures: { claimed: 1, left: 9 } })
  })

  it('is refused with everything that is wrong with it, the tier named', async () => {
    const input = aCampaignInput(shop.clock.now(), {
      title: ' ',
      scope: { kind: 'products', productIds: [randomUUID()] },
      tiers: [
        aTier({ thresholdFen: 20_000, gate: { kind: 'milestone', buyers: 6 } }),
        aTier({ gate: { kind: 'segment', segmentId: 'nobody' } }),
        aTier({ off: { kind: 'amount', amountOff: 30_000 } }),
      ],
    })

    const answer = await manages('POST', '', input)

    expect(answer).toMatchObject({ status: 422, body: { code: 'campaign.invalid' } })
    const faults = answer.body.detail.faults.map((it: { code: string; tier: number | null }) => [
      it.tier,
      it.code,
    ])
    expect(faults).toEqual(
      expect.arrayContaining([
        [null, 'campaign.no_title'],
        [null, 'campaign.scope_unknown'],
        [1, 'tier.milestone_too_high'],
        [2, 'tier.gate_target_unknown'],
        [3, 'tier.benefit_not_below_threshold'],
      ]),
    )
  })

  it('keeps its code to itself', async () => {
    const input = aCampaignInput(shop.clock.now())
    await manages('POST', '', input)

    expect(await manages('POST', '', input)).toMatchObject({
      status: 409,
      body: { code: 'campaign.code_taken' },
    })
  })

  it('is the business of managers alone', async () => {
    const staff = await aStaffPerson(shop)
    const input = aCampaignInput(shop.clock.now())

    const answer = await shop.call('POST', '/manage/campaigns', { token: staff.token, body: input })

    expect(answer.status).toBe(404)
  })
})

describe('an edit', () => {
  const edits = async (id: string, change: object) => {
    const { version, input } = await detailOf(id)
    return manages('PUT', `/${id}`, { version, input: { ...input, ...change } })
  }

  it('may change everything before the first claim', async () => {
    const id = await aCampaign(shop)

    const answer = await edits(id, { totalStock: 3, tiers: [aTier({ thresholdFen: 5_000, stock: 3 })] })

    expect(answer.body).toMatchObject({ figures: { left: 3 }, byTier: [{ left: 3 }], version: 2 })
  })

  it('afterwards takes nothing back: more stock, a later end, a new title, and no more', async () => {
    const id = await aCampaign(shop)
    const coupon = await aCoupon(shop, await aPerson(shop), id)
    const { input } = await detailOf(id)

    const lower = await edits(id, { totalStock: 5, tiers: [aTier({ thresholdFen: 5_000 })] })
    const raised = await edits(id, {
      title: '加码券',
      totalStock: 12,
      claimUntil: input.claimUntil + DAY_MS,
    })

    expect(lower).toMatchObject({ status: 409, body: { code: 'campaign.edit_refused' } })
    expect(lower.body.detail.faults).toEqual([
      { code: 'edit.only_up', tier: null, field: 'totalStock' },
      { code: 'edit.frozen', tier: 1, field: 'threshold' },
    ])
    expect(raised.body).toMatchObject({ figures: { claimed: 1, left: 11 } })
    const { body } = await shop.call('GET', `/campaigns/${id}`, { token: (await aPerson(shop)).token })
    expect(body.title).toBe('加码券')
    expect(coupon.title).toBe('周末满减券')
  })

  it('of a version that somebody has saved over is refused', async () => {
    const id = await aCampaign(shop)
    const { version, input } = await detailOf(id)
    await edits(id, { title: '新标题' })

    const answer = await manages('PUT', `/${id}`, { version, input })

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'campaign.version_old', detail: { version: 2 } },
    })
  })
})

describe('the manager’s hand', () => {
  it('pauses, resumes and ends claims, and leaves claimed coupons as they are', async () => {
    const [early, late] = [await aPerson(shop), await aPerson(shop)]
    const id = await aCampaign(shop)
    const coupon = await aCoupon(shop, early, id)

    await manages('POST', `/${id}/pause`)
    const paused = await claims(shop, late, id)
    await manages('POST', `/${id}/resume`)
    const resumed = await claims(shop, late, id)
    await manages('POST', `/${id}/end`)
    const ended = await claims(shop, await aPerson(shop), id)
    const again = await manages('POST', `/${id}/resume`)

    expect(paused.body.code).toBe('claim.paused')
    expect(resumed.status).toBe(200)
    expect(ended.body.code).toBe('claim.ended')
    expect(again).toMatchObject({ status: 409, body: { code: 'campaign.state_refused' } })
    const { body } = await shop.call('GET', '/coupons', { token: early.token })
    expect(body.items).toEqual([coupon])
    const { history } = await detailOf(id)
    expect(history.map(({ action }: { action: string }) => action)).toEqual([
      'create',
      'pause',
      'resume',
      'end',
    ])
  })

  it('raises a stock that is sold out', async () => {
    const id = await aCampaign(shop, { totalStock: 1, tiers: [aTier({ stock: 1 })] })
    await aCoupon(shop, await aPerson(shop), id)

    const answer = await manages('POST', `/${id}/stock`, { addTotal: 2, addToTiers: [{ rank: 1, add: 2 }] })

    expect(answer.body).toMatchObject({ figures: { left: 2 }, byTier: [{ left: 2 }] })
    expect((await claims(shop, await aPerson(shop), id)).status).toBe(200)
  })

  it('finds no bound to raise where there is none', async () => {
    const id = await aCampaign(shop)

    const answer = await manages('POST', `/${id}/stock`, { addPerGroup: 2 })

    expect(answer).toMatchObject({ status: 409, body: { code: 'campaign.edit_refused' } })
  })
})
