import { aPerson, aStaffPerson, type Person } from '../../support/server/people-builders'
import { anAddress, aShelf, HOME_ADDRESS, waits } from '../../support/server/shop-builders'
import { openWeChatShop } from '../../support/server/wechat-shop'

const shop = openWeChatShop()

const listOf = async ({ token }: Person) => (await shop.call('GET', '/addresses', { token })).body.items
const details = (items: { detail: string }[]) => items.map(({ detail }) => detail)
const adds = ({ token }: Person, change: object) =>
  shop.call('POST', '/addresses', { token, body: { ...HOME_ADDRESS, ...change } })
const edits = ({ token }: Person, id: string, change: object) =>
  shop.call('PUT', `/addresses/${id}`, { token, body: { ...HOME_ADDRESS, ...change } })
const removes = ({ token }: Person, id: string) => shop.call('DELETE', `/addresses/${id}`, { token })

describe('a member’s addresses', () => {
  it('have a default: the first one kept, until another is named', async () => {
    const person = await aPerson(shop)
    await anAddress(shop, person, { detail: '家' })
    waits(shop, 1000)
    await anAddress(shop, person, { detail: '公司' })
    expect(await listOf(person)).toMatchObject([
      { detail: '家', isDefault: true },
      { detail: '公司', isDefault: false },
    ])

    await anAddress(shop, person, { detail: '公司', isDefault: true })

    expect(await listOf(person)).toMatchObject([
      { detail: '公司', isDefault: true },
      { detail: '家', isDefault: false },
    ])
  })

  it('are kept once each, whatever picker they came from', async () => {
    const person = await aPerson(shop)
    const first = await anAddress(shop, person)

    const again = await adds(person, { name: ' 张伟 ', postalCode: '310000' })

    expect(again.body).toMatchObject({ id: first, name: '张伟', isDefault: true })
    expect(await listOf(person)).toMatchObject([{ postalCode: '310000' }])
  })

  it('keep the area code a picker gave, and freight goes by it', async () => {
    const manager = await aStaffPerson(shop, { role: 'manager' })
    const rows = [
      { areas: ['330106'], delivers: true, feeFen: 300, freeOverFen: null },
      { areas: ['其他'], delivers: true, feeFen: 800, freeOverFen: null },
    ]
    await shop.call('PUT', '/manage/freight', { token: manager.token, body: { rows } })
    const { skuId } = await aShelf(shop)
    const person = await aPerson(shop)
    const freightOf = async (addressId: string) => {
      const body = { lines: [{ skuId, quantity: 1 }], addressId }
      return (await shop.call('POST', '/quotes', { token: person.token, body })).body.freightFen
    }

    const near = (await adds(person, { detail: '近处', nationalCode: '330106' })).body
    const unknown = (await adds(person, { detail: '只知道省' })).body

    expect(near.nationalCode).toBe('330106')
    expect([await freightOf(near.id), await freightOf(unknown.id)]).toEqual([300, 800])
    expect((await adds(person, { nationalCode: '杭州' })).body).toMatchObject({ field: '/body/nationalCode' })
  })

  it('can be changed and forgotten; the default passes on', async () => {
    const person = await aPerson(shop)
    const home = await anAddress(shop, person, { detail: '家' })
    const office = await anAddress(shop, person, { detail: '公司' })

    const changed = await edits(person, home, { detail: '新家', isDefault: false })
    const removed = await removes(person, home)

    expect(changed.body).toMatchObject({ id: home, detail: '新家', isDefault: true })
    expect(removed.body).toEqual({ removed: true })
    expect(await listOf(person)).toMatchObject([{ id: office, isDefault: true }])
    expect(await removes(person, home)).toMatchObject({ status: 404 })
  })

  it('are at most twenty; the one unused longest makes room, never the default', async () => {
    const person = await aPerson(shop)
    for (let n = 1; n <= 21; n++) {
      await anAddress(shop, person, { detail: `第 ${n} 处` })
      waits(shop, 1000)
    }

    const kept = details(await listOf(person))

    expect(kept).toHaveLength(20)
    expect(kept[0]).toBe('第 1 处')
    expect(kept).not.toContain('第 2 处')
    expect(kept).toContain('第 21 处')
  })

  it('have one default also when two are named at the same moment', async () => {
    const person = await aPerson(shop)
    await Promise.all(
      ['甲', '乙', '丙'].map((detail) => anAddress(shop, person, { detail, isDefault: true })),
    )

    const items = await listOf(person)

    expect(items).toHaveLength(3)
    expect(items.filter(({ isDefault }: { isDefault: boolean }) => isDefault)).toHaveLength(1)
  })

  it('do not exist for anybody else', async () => {
    const [owner, stranger] = [await aPerson(shop), await aPerson(shop)]
    const id = await anAddress(shop, owner)

    expect(await edits(stranger, id, { detail: '偷来的' })).toMatchObject({ status: 404 })
    expect(await removes(stranger, id)).toMatchObject({ status: 404 })
    expect(await listOf(stranger)).toEqual([])
    expect(details(await listOf(owner))).toEqual([HOME_ADDRESS.detail])
  })

  it.each([
    ['name', ''],
    ['name', '   '],
    ['phone', '打我电话'],
    ['phone', '1'],
    ['province', ''],
    ['detail', '长'.repeat(121)],
    ['detail', 'a\u0000b'],
  ])('are refused for %s %j, and the field is named', async (field, value) => {
    const person = await aPerson(shop)

    const answer = await adds(person, { [field]: value })

    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', field: `/body/${field}` } })
    expect(await listOf(person)).toEqual([])
  })
})
