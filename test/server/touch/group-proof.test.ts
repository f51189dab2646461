import { DAY_MS, MINUTE_MS } from '@domain/shop-time'
import { eq } from 'drizzle-orm'
import { groups } from '../../../server/schema/staff'
import { touches } from '../../../server/schema/touch'
import { aPerson, aReport, aStaffPerson, opens, report, shares } from '../../support/server/people-builders'
import { OPENING } from '../../support/server/shop'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
const { clock } = shop
const kept = async (id: string) =>
  (await shop.database.db.select().from(touches).where(eq(touches.id, id)))[0]

beforeEach(() => clock.setOffsetMs(0))

describe('the group of an opening', () => {
  it('is proven by decrypting what WeChat gave the client', async () => {
    const person = await aPerson(shop)

    const receipt = await opens(shop, person, { group: 'chunfeng-1' })

    expect(receipt).toMatchObject({ counted: 'new', group: 'proven', groupId: expect.any(String) })
    const [group] = await shop.database.db.select().from(groups).where(eq(groups.id, receipt.groupId))
    expect(group).toMatchObject({ appid: 'wx0123456789abcdef', chatType: 3 })
  })

  it('is the same group for everybody who comes from it, by either of WeChat’s ways', async () => {
    const [one, two] = [await aPerson(shop), await aPerson(shop)]

    const [a, b] = [
      await opens(shop, one, { group: 'keji' }),
      await opens(shop, two, { group: 'keji', shape: 'share' }),
    ]

    expect(a.groupId).toBe(b.groupId)
  })

  it('stays unknown when the ciphertext was tampered with', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person, { group: 'chunfeng-1' })
    const cipher = (touch as { group: { encryptedData: string } }).group
    const bytes = Buffer.from(cipher.encryptedData, 'base64')
    bytes[0]! ^= 1
    cipher.encryptedData = bytes.toString('base64')

    const { body } = await report(shop, person, [touch])

    expect(body.receipts[0]).toMatchObject({ counted: 'new', group: 'unknown', groupId: null })
    expect((await kept(touch.id))?.groupNote).toBe('open_data.undecryptable')
  })

  it('stays unknown when the watermark is of another mini-program', async () => {
    const person = await aPerson(shop)

    const receipt = await opens(shop, person, { group: 'chunfeng-1', fault: 'foreign_watermark' })

    expect(receipt.group).toBe('unknown')
    expect((await kept(receipt.id))?.groupNote).toBe('open_data.foreign_appid')
  })

  it('stays unknown when the ciphertext is older than the opening by far', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person, { group: 'chunfeng-1' })
    clock.setOffsetMs(2 * DAY_MS)

    const { body } = await report(shop, person, [{ ...touch, at: clock.now() }])

    expect(body.receipts[0].group).toBe('unknown')
    expect((await kept(touch.id))?.groupNote).toBe('open_data.stale')
  })

  it('is proven for a touch that waited offline with its ciphertext', async () => {
    const person = await aPerson(shop)
    const touch = await aReport(shop, person, { group: 'chunfeng-1' })
    clock.setOffsetMs(2 * DAY_MS)

    const { body } = await report(shop, person, [touch])

    expect(body.receipts[0].group).toBe('proven')
  })

  it('stays unknown when the ciphertext names another member’s login', async () => {
    const [person, other] = [await aPerson(shop), await aPerson(shop)]
    const touch = await aReport(shop, person, { group: 'chunfeng-1' })
    const foreign = { ...(touch as { group: object }).group, loginId: other.loginId }

    const { body } = await report(shop, person, [{ ...touch, group: foreign }])

    expect(body.receipts[0]).toMatchObject({ counted: 'new', group: 'unknown' })
    expect((await kept(touch.id))?.groupNote).toBe('login.unknown')
  })

  it('stays unknown when the key has changed since, and is proven with the login it belongs to', async () => {
    const before = await aPerson(shop, 're-login')
    const after = await aPerson(shop, 're-login')
    const touch = await aReport(shop, after, { group: 'chunfeng-1' })
    const stale = { ...(touch as { group: object }).group, loginId: before.loginId }

    const first = await report(shop, after, [{ ...touch, group: stale }])
    const second = await report(shop, after, [touch])

    expect(first.body.receipts[0]).toMatchObject({ counted: 'new', group: 'unknown' })
    expect(second.body.receipts[0]).toMatchObject({ counted: 'enriched', group: 'proven' })
  })

  it('keeps why the client could not ask for it', async () => {
    const person = await aPerson(shop)
    const touch = { ...(await aReport(shop, person)), groupFailure: 'getGroupEnterInfo:fail invalid scene' }

    const { body } = await report(shop, person, [touch])

    expect(body.receipts[0].group).toBe('unknown')
    expect((await kept(touch.id))?.groupNote).toMatch(/invalid scene/)
  })

  it('may be proven by a later report of the same opening, once', async () => {
    const person = await aPerson(shop)
    const { id } = await opens(shop, person)
    clock.setOffsetMs(10 * MINUTE_MS)

    const at = OPENING
    const enriched = await opens(shop, person, { id, at, group: 'chunfeng-1' })
    const other = await opens(shop, person, { id, at, group: 'mama' })

    expect(enriched).toMatchObject({ counted: 'enriched', group: 'proven' })
    expect(other).toMatchObject({ counted: 'known', groupId: enriched.groupId })
  })

  it('may come later, but no card with it that the opening did not name', async () => {
    const [person, staff] = [await aPerson(shop), await aStaffPerson(shop)]
    const { token: shareToken } = await shares(shop, staff)
    const { id } = await opens(shop, person)

    const enriched = await opens(shop, person, { id, group: 'unowned', shareToken })

    expect(enriched).toMatchObject({ counted: 'enriched', group: 'proven', share: 'none' })
    expect(await kept(id)).toMatchObject({ shareToken: null, staffId: null, groupState: 'proven' })
  })

  it('is not taken any more when the report comes more than half an hour later', async () => {
    const person = await aPerson(shop)
    const { id } = await opens(shop, person)
    clock.setOffsetMs(31 * MINUTE_MS)

    const late = await opens(shop, person, { id, at: clock.now(), group: 'chunfeng-1' })

    expect(late).toMatchObject({ counted: 'known', group: 'none' })
  })
})
