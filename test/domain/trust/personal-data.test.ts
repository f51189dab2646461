import { PERSONAL_DATA } from '@domain/trust/personal-data'

describe('what the shop tells a member it keeps of them', () => {
  it.each(PERSONAL_DATA)('says of $item why, how long, and what erasure does to it', (kept) => {
    for (const sentence of [kept.item, kept.purpose, kept.retention, kept.onErasure]) {
      expect(sentence).toMatch(/\p{Script=Han}/u)
    }
    expect(kept.onErasure).toMatch(/删除|失效|代号|抹去/)
  })

  it('names each item once', () => {
    const items = PERSONAL_DATA.map(({ item }) => item)

    expect(new Set(items).size).toBe(items.length)
  })

  it.each(['openid', '手机号', '地址', '订单', '进店记录', '导购', '优惠券', '发票'])(
    'leaves out no %s',
    (word) => {
      expect(PERSONAL_DATA.some(({ item }) => item.includes(word))).toBe(true)
    },
  )

  it('promises to forget no order, for the law and the ledger need it: without a name', () => {
    const orders = PERSONAL_DATA.find(({ item }) => item.includes('订单'))!

    expect(orders.retention).toContain('三年')
    expect(orders.onErasure).toContain('账目保持平衡')
  })
})
