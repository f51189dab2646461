import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { importCampaigns } from '../../../server/modules/coupon/file/import'
import { exportCampaigns } from '../../../server/modules/coupon/file/write'
import { aCoupon } from '../../support/server/campaign-builders'
import { aPerson, aStaffPerson, ownsGroup } from '../../support/server/people-builders'
import { aCategory, waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const load = (file: unknown) =>
  importCampaigns(shop.deps, typeof file === 'string' ? file : JSON.stringify(file), {
    staffId: null,
    nowMs: shop.clock.now(),
  })

const codes = async () => {
  const { rows } = await shop.deps.db.execute<{ code: string }>(sql`select code from campaigns order by code`)
  return rows.map(({ code }) => code)
}

const aFileCampaign = (change: object = {}) => ({
  code: 'summer',
  title: '夏日券',
  claim: { from: 'today 00:00', until: 'today+7 00:00' },
  stock: 50,
  tiers: [{ over: 99, off: 10, valid: { days: 7 } }],
  ...change,
})

beforeAll(async () => {
  const staff = await aStaffPerson(shop)
  for (const name of ['春风小区1群', '春风小区2群']) await ownsGroup(shop, staff, name)
  for (const name of ['水果', '蔬菜豆制品', '海鲜水产', '粮油调味', '日用清洁', '母婴家居'])
    await aCategory(shop, name)
})

afterEach(async () => {
  await shop.deps.db.execute(sql`
    alter table campaign_audits disable trigger all; delete from campaign_audits;
    alter table campaign_audits enable trigger all;
    alter table coupons disable trigger all; delete from coupons; alter table coupons enable trigger all;
    delete from campaign_stock; delete from campaigns`)
})

describe('a file of campaigns', () => {
  it('with every kind of gate, scope, benefit and validity comes back as it was', async () => {
    const text = readFileSync(join(__dirname, '..', '..', '..', 'demo', 'data', 'campaigns.json'), 'utf8')

    const first = await load(text)
    const exported = await exportCampaigns(shop.deps.db)
    const again = await load(exported)

    expect(first).toMatchObject({ ok: true, value: { added: 9 } })
    expect(again).toEqual({ ok: true, value: { added: 0, updated: 0, unchanged: 9 } })
    expect(await exportCampaigns(shop.deps.db)).toBe(exported)
    const ladder = JSON.parse(exported).find(({ code }: { code: string }) => code === 'fresh-88')
    expect(ladder).toMatchObject({
      for: { categories: ['水果', '蔬菜豆制品'] },
      tiers: [{ off: '8.8折', cap: 20 }],
    })
  })

  it('says by place what is wrong with its form, and loads nothing', async () => {
    const loaded = await load([
      aFileCampaign(),
      aFileCampaign({ code: 'autumn', colour: 'red', tiers: [{ over: 99, off: '12%', valid: { days: 7 } }] }),
      aFileCampaign({ code: 'winter', claim: { from: 'tomorrow', until: 'today+7 00:00' }, tiers: [] }),
    ])

    expect(loaded).toEqual({
      ok: false,
      error: [
        { place: 'autumn colour', reason: 'is no field of it' },
        { place: 'autumn tiers 1 off', reason: expect.stringContaining('8.8折') },
        { place: 'winter claim from', reason: expect.stringContaining('today+7 23:59') },
      ],
    })
    expect(await codes()).toEqual([])
  })

  it('says by place what the shop does not know and what its rules refuse, all at once, and loads nothing', async () => {
    const loaded = await load([
      aFileCampaign({ code: 'good' }),
      aFileCampaign({
        code: 'bad',
        for: { categories: ['水果'] },
        tiers: [
          { over: 99, off: 10, valid: { days: 7 }, gate: { milestone: 9 } },
          { over: 50, off: 60, valid: { days: 7 } },
        ],
      }),
      aFileCampaign({ code: 'worse', tiers: [{ over: 99, off: '7折', valid: { days: 0 } }] }),
    ])

    expect(loaded).toEqual({
      ok: false,
      error: [
        { place: 'bad tiers 1 gate', reason: 'asks for more buyers than the shop allows (5)' },
        { place: 'bad tiers 2 off', reason: 'must be less than what must be spent for it' },
        { place: 'worse tiers 1 off', reason: 'a rate needs a cap' },
        { place: 'worse tiers 1 valid', reason: 'must be from 1 day to a year' },
      ],
    })
    expect(await codes()).toEqual([])
  })

  it('names unknown categories and groups', async () => {
    const tiers = [{ over: 99, off: 10, valid: { days: 7 }, gate: { groups: ['夏雨小区'] } }]

    const loaded = await load([aFileCampaign({ for: { categories: ['珠宝'] }, tiers })])

    expect(loaded).toMatchObject({
      ok: false,
      error: expect.arrayContaining([
        { place: 'summer for', reason: 'the shop has no "珠宝"' },
        { place: 'summer tiers 1 gate', reason: 'the shop has no "夏雨小区"' },
      ]),
    })
  })

  it.each([
    ['no JSON', '{', 'file'],
    ['no list', '{}', 'file'],
    ['twice the same code', JSON.stringify([aFileCampaign(), aFileCampaign()]), 'summer code'],
    [
      'a day that is none',
      JSON.stringify([aFileCampaign({ claim: { from: '2026-02-30 00:00', until: 'today+1 00:00' } })]),
      'summer claim from',
    ],
    [
      'a third decimal',
      JSON.stringify([aFileCampaign({ tiers: [{ over: 9.999, off: 1, valid: { days: 1 } }] })]),
      'summer tiers 1 over',
    ],
  ])('with %s is refused', async (_what, text, place) => {
    expect(await load(text)).toMatchObject({ ok: false, error: [{ place }] })
  })

  it('edits known campaigns by the rules of edits: what was claimed of stays', async () => {
    await load([aFileCampaign()])
    const { rows } = await shop.deps.db.execute<{ id: string }>(sql`select id from campaigns`)
    await aCoupon(shop, await aPerson(shop), rows[0]!.id)

    const lower = await load([aFileCampaign({ stock: 10 }), aFileCampaign({ code: 'new' })])
    const higher = await load([aFileCampaign({ stock: 60, status: 'paused' })])

    expect(lower).toEqual({
      ok: false,
      error: [{ place: 'summer stock', reason: 'can only be raised: coupons have been claimed' }],
    })
    expect(higher).toEqual({ ok: true, value: { added: 0, updated: 1, unchanged: 0 } })
    const { rows: after } = await shop.deps.db.execute(
      sql`select c.status, s."left" from campaigns c join campaign_stock s on s.campaign_id = c.id`,
    )
    expect(after).toEqual([{ status: 'paused', left: 59 }])
  })

  it('counts its relative days from the shop’s today', async () => {
    waits(shop, 5 * 3_600_000)
    const loaded = await load([
      aFileCampaign({ claim: { from: 'today-1 08:30', until: 'today+1 23:59:59' } }),
    ])

    expect(loaded.ok).toBe(true)
    const [campaign] = JSON.parse(await exportCampaigns(shop.deps.db))
    // 20:14 and five hours: the next day in Shanghai.
    expect(campaign.claim).toEqual({ from: '2026-07-03 08:30', until: '2026-07-05 23:59:59' })
  })
})
