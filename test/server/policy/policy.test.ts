import { DAY_MS, MINUTE_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { replayAll } from '../../../server/modules/attribution/replay'
import { orders } from '../../../server/schema/order'
import { anOrder, aProduct, type TestProduct } from '../../support/server/order-builders'
import {
  aPerson,
  aStaffPerson,
  opens,
  ownsGroup,
  type StaffPerson,
  shares,
} from '../../support/server/people-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let product: TestProduct
let boss: StaffPerson
beforeAll(async () => {
  product = await aProduct(shop)
  boss = await aStaffPerson(shop, { name: '周店长', role: 'manager' })
})
beforeEach(() => shop.clock.setOffsetMs(0))
const call = (method: string, path: string, body?: unknown) =>
  shop.call(method, path, { token: boss.token, ...(body !== undefined && { body }) })
const pass = (ms: number) => shop.clock.setOffsetMs(shop.clock.offsetMs() + ms)
const staffOf = async (id: string) =>
  (await shop.database.db.select().from(orders).where(eq(orders.id, id)))[0]!

describe('the policy', () => {
  it('begins as last-share, and is saved in versions for later orders only', async () => {
    const [lin, he] = [await aStaffPerson(shop, { name: '林悦' }), await aStaffPerson(shop, { name: '何青' })]
    await ownsGroup(shop, he, 'policy-group', '春风小区1群')
    const person = await aPerson(shop)
    await opens(shop, person, { shareToken: (await shares(shop, lin)).token })
    pass(MINUTE_MS)
    await opens(shop, person, { group: 'policy-group' })
    pass(MINUTE_MS)
    const before = await anOrder(shop, { memberId: person.memberId, product })
    const { body: first } = await call('GET', '/manage/policy')
    const settings = { ...first.current.settings, kinds: ['group', 'share', 'binding'] }

    const preview = await call('POST', '/manage/policy/preview', { settings })
    const saved = await call('POST', '/manage/policy', { basedOn: 1, settings, note: '群为先' })
    pass(MINUTE_MS)
    const after = await anOrder(shop, { memberId: person.memberId, product })

    expect(first.current).toMatchObject({ version: 1, preset: 'last-share', savedBy: null })
    expect(preview.body).toMatchObject({ orders: 1, changed: 1, isExact: true })
    expect(preview.body.staff).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: '林悦', ordersBefore: 1, ordersAfter: 0, salesBeforeFen: 2990 }),
        expect.objectContaining({ name: '何青', ordersBefore: 0, ordersAfter: 1, salesAfterFen: 2990 }),
      ]),
    )
    expect(preview.body.examples[0].after).toContain('春风小区1群')
    expect(saved.body.current).toMatchObject({
      version: 2,
      preset: 'custom',
      savedBy: '周店长',
      note: '群为先',
    })
    expect(await staffOf(before)).toMatchObject({ staffId: lin.staffId, policyVersion: 1 })
    expect(await staffOf(after)).toMatchObject({ staffId: he.staffId, policyVersion: 2, reason: 'group' })
    expect((await replayAll(shop.database.db)).differences).toEqual([])
  })

  it('protect-binding keeps a member with whom they bought, while that is recent', async () => {
    const { body } = await call('GET', '/manage/policy')
    const preset = body.presets.find((found: { preset: string }) => found.preset === 'protect-binding')
    const saved = await call('POST', '/manage/policy', {
      basedOn: body.current.version,
      settings: preset.settings,
    })
    const [lin, he] = [await aStaffPerson(shop), await aStaffPerson(shop)]
    const person = await aPerson(shop, 'protected')
    await opens(shop, person, { shareToken: (await shares(shop, lin)).token })
    await anOrder(shop, { memberId: person.memberId, product })
    pass(DAY_MS)
    const { token: card } = await shares(shop, he)
    await opens(shop, person, { shareToken: card })
    const within = await anOrder(shop, { memberId: person.memberId, product })
    pass(31 * DAY_MS)
    await opens(shop, await aPerson(shop, 'protected'), { shareToken: card })
    const beyond = await anOrder(shop, { memberId: person.memberId, product })

    expect(saved.body.current.preset).toBe('protect-binding')
    expect(await staffOf(within)).toMatchObject({ staffId: lin.staffId, reason: 'binding_protected' })
    expect(await staffOf(beyond)).toMatchObject({ staffId: he.staffId, reason: 'share' })
  })

  it('is not saved over somebody else’s, nor where it says nonsense', async () => {
    const { body } = await call('GET', '/manage/policy')
    const { version, settings } = body.current

    expect((await call('POST', '/manage/policy', { basedOn: version - 1, settings })).body.code).toBe(
      'conflict.retry',
    )
    const foolish = { ...settings, kinds: ['share', 'share'] }
    expect(
      (await call('POST', '/manage/policy', { basedOn: version, settings: foolish })).body,
    ).toMatchObject({
      code: 'policy.invalid',
      field: '/body/settings/kinds',
    })
    const needless = { ...settings, protectDays: 30, kinds: ['share'] }
    expect((await call('POST', '/manage/policy/preview', { settings: needless })).body.code).toBe(
      'policy.invalid',
    )
  })

  it('says where a wider window reaches beyond what orders kept', async () => {
    const { body } = await call('GET', '/manage/policy')
    const settings = { ...body.current.settings, shareWindowMs: 60 * DAY_MS }

    expect((await call('POST', '/manage/policy/preview', { settings })).body.isExact).toBe(false)
  })
})
