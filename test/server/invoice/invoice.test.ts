import { openPayShop } from '../../support/server/pay-shop'
import { aPerson, aStaffPerson, type StaffPerson } from '../../support/server/people-builders'
import { anUnpaidOrder, aShelf } from '../../support/server/shop-builders'
import { aPaidOrder, type Bought } from '../shipment/builders'

const shop = openPayShop()
let manager: StaffPerson
beforeAll(async () => {
  manager = await aStaffPerson(shop, { role: 'manager' })
})

const COMPANY = { titleKind: 'company', title: '杭州邻里科技有限公司', taxNumber: '91350100M000100Y43' }
const asks = ({ person, orderId }: Bought, body: object = { titleKind: 'personal', title: '张伟' }) =>
  shop.call('PUT', `/orders/${orderId}/invoice`, { token: person.token, body })
const invoiceOf = async ({ person, orderId }: Bought) =>
  (await shop.call('GET', `/orders/${orderId}/invoice`, { token: person.token })).body
const issues = (id: string, number: string, amountFen: number) =>
  shop.call('POST', `/manage/invoices/${id}/issue`, { token: manager.token, body: { number, amountFen } })

describe('an invoice', () => {
  it('is asked for once the order is paid, and its title can be changed until it is issued', async () => {
    const bought = await aPaidOrder(shop)
    expect(await invoiceOf(bought)).toMatchObject({ mayRequest: true, amountFen: 3790, invoice: null })

    await asks(bought)
    const { body } = await asks(bought, COMPANY)

    expect(body.invoice).toMatchObject({ state: 'requested', ...COMPANY, amountFen: 3790 })
    const waiting = await shop.call('GET', '/manage/invoices', { token: manager.token })
    expect(waiting.body.items.filter((each: { id: string }) => each.id === body.invoice.id)).toHaveLength(1)

    const issued = await issues(body.invoice.id, '26332000000012345678', 3790)
    expect(issued.body).toMatchObject({ state: 'issued', number: '26332000000012345678' })
    expect(await asks(bought)).toMatchObject({ status: 409, body: { code: 'invoice.issued' } })
    expect(await invoiceOf(bought)).toMatchObject({ mayRequest: false, lastTitle: { title: COMPANY.title } })
  })

  it('of a company needs a tax number whose check digit is right', async () => {
    const bought = await aPaidOrder(shop)
    const wrong = { ...COMPANY, taxNumber: '91350100M000100Y44' }

    expect(await asks(bought, wrong)).toMatchObject({
      status: 400,
      body: { code: 'invoice.tax_number_invalid', field: '/body/taxNumber', detail: { why: 'check' } },
    })
    expect(await asks(bought, { titleKind: 'company', title: '一家公司' })).toMatchObject({
      body: { detail: { why: 'missing' } },
    })
  })

  it('is not for an unpaid order, nor for somebody else’s', async () => {
    const person = await aPerson(shop)
    const order = await anUnpaidOrder(shop, person, (await aShelf(shop)).skuId)
    const bought = await aPaidOrder(shop)

    expect(await asks({ person, orderId: order.id, lineIds: [] })).toMatchObject({
      body: { code: 'order.state_refused' },
    })
    expect((await asks({ ...bought, person })).status).toBe(404)
  })

  it('can be taken back, and issued under no number twice and for no other amount', async () => {
    const [one, other] = [await aPaidOrder(shop), await aPaidOrder(shop)]
    const first = (await asks(one)).body.invoice
    const second = (await asks(other)).body.invoice
    await issues(first.id, '26332000000000000001', 3790)

    expect(await issues(second.id, '26332000000000000001', 3790)).toMatchObject({
      body: { code: 'invoice.number_used' },
    })
    expect(await issues(second.id, '26332000000000000002', 3789)).toMatchObject({
      body: { code: 'invoice.amount_changed', detail: { amountFen: 3790 } },
    })
    const path = `/orders/${other.orderId}/invoice`
    expect((await shop.call('DELETE', path, { token: other.person.token })).body.invoice).toBeNull()
    expect(await issues(second.id, '26332000000000000003', 3790)).toMatchObject({
      body: { code: 'invoice.state_refused' },
    })
  })
})
