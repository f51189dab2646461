import { readFreightFile, writeFreightFile } from '../../../server/modules/freight/file'
import { aPerson, aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { anAddress, aShelf } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()
let manager: StaffPerson
beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
})

const rows = [
  { areas: ['浙江', '上海'], delivers: true, feeFen: 0, freeOverFen: null },
  { areas: ['新疆', '西藏'], delivers: true, feeFen: 2000, freeOverFen: 19900 },
  { areas: ['台湾'], delivers: false, feeFen: 0, freeOverFen: null },
  { areas: ['其他'], delivers: true, feeFen: 800, freeOverFen: 5900 },
]
const saves = (table: object) =>
  shop.call('PUT', '/manage/freight', { token: manager.token, body: { rows: table } })

describe('the freight table', () => {
  it('decides what the next order to a region pays', async () => {
    expect((await saves(rows)).body.rows).toEqual(rows)
    const person = await aPerson(shop)
    const { skuId } = await aShelf(shop)
    const quoteTo = async (province: string) => {
      const addressId = await anAddress(shop, person, { province })
      const lines = [{ skuId, quantity: 1 }]
      return (await shop.call('POST', '/quotes', { token: person.token, body: { lines, addressId } })).body
    }

    expect((await quoteTo('浙江省')).freightFen).toBe(0)
    expect(await quoteTo('西藏自治区')).toMatchObject({ freightFen: 2000, toFreeFreightFen: 16910 })
    expect((await quoteTo('广东省')).freightFen).toBe(800)
    expect(await quoteTo('台湾省')).toMatchObject({ code: 'freight.not_delivered' })
  })

  it.each([
    ['an unknown region', [{ ...rows[0]!, areas: ['火星'] }, rows[3]!], 'area_unknown', '/body/rows/0'],
    ['a region twice', [rows[0]!, { ...rows[1]!, areas: ['浙江'] }, rows[3]!], 'area_twice', '/body/rows/1'],
    ['nothing for the rest', [rows[0]!], 'elsewhere_missing', undefined],
  ])('with %s is refused and nothing changes', async (_what, table, why, field) => {
    const before = (await shop.call('GET', '/manage/freight', { token: manager.token })).body.rows

    const answer = await saves(table)

    expect(answer).toMatchObject({ status: 400, body: { code: 'freight.rule_invalid', detail: { why } } })
    expect(answer.body.field).toBe(field)
    expect((await shop.call('GET', '/manage/freight', { token: manager.token })).body.rows).toEqual(before)
  })
})

describe('a file of freight', () => {
  it('reads back as the table it was written from', () => {
    expect(readFreightFile(Buffer.from(writeFreightFile(rows)))).toEqual({ ok: true, value: rows })
  })

  it('names each faulty line', () => {
    const text = 'areas,fee,free_over\n浙江,eight,\n其他,8.00,much\n'

    expect(readFreightFile(Buffer.from(text))).toMatchObject({
      error: [
        { line: 2, column: 'fee' },
        { line: 3, column: 'free_over' },
      ],
    })
  })
})
