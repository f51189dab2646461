import type { MyData } from '@contract/privacy'
import type { Queryable } from '../../platform/database'

/** Names of what people look for; any other table that knows a member is exported under its own. */
const TITLES: Readonly<Record<string, string>> = {
  members: '账号',
  sessions: '登录',
  addresses: '收货地址',
  orders: '订单',
  order_lines: '订单商品',
  payments: '付款',
  refunds: '退款',
  shipments: '物流包裹',
  order_coupons: '订单用券',
  touches: '进店记录',
  bindings: '专属导购',
  member_tags: '标签',
  member_contacts: '联系记录',
  cart_lines: '购物车',
  coupons: '优惠券',
  after_sales: '售后',
  invoices: '发票',
  message_grants: '消息授权',
  messages: '消息',
  member_blocks: '黑名单记录',
  suspicions: '可疑记录',
}

/** Secrets of a login and hashes: they say nothing of the person and would let somebody else in. */
const SECRET = /token_hash|sealed_|_hash$|^payload$/

/** What hangs on an order of mine rather than on me. */
const OF_ORDERS = ['order_lines', 'payments', 'refunds', 'order_coupons', 'shipments'] as const

/**
 * Everything the shop keeps of a member. Which tables know a member is asked of the database itself, so that a table
 * added later can't be forgotten.
 */
export async function exportData(db: Queryable, memberId: string, nowMs: number): Promise<MyData> {
  const sections: MyData['sections'] = [await section(db, 'members', 'id = $1', memberId)]
  for (const table of await tablesWith(db, 'member_id')) {
    // A member's own post is no customer data, and roll-ups repeat what stands elsewhere.
    if (['staff', 'order_credits', 'member_firsts', 'member_numbers', 'successions'].includes(table)) continue
    sections.push(await section(db, table, 'member_id = $1', memberId))
  }
  const withOrders = new Set(await tablesWith(db, 'order_id'))
  for (const table of OF_ORDERS.filter((name) => withOrders.has(name))) {
    const ofMine = 'order_id in (select id from orders where member_id = $1)'
    sections.push(await section(db, table, ofMine, memberId))
  }
  return { exportedAt: nowMs, sections: sections.filter(({ rows }) => rows.length > 0) }
}

/** Table names come from the catalogue of the database, never from a caller. */
async function tablesWith(db: Queryable, column: string): Promise<string[]> {
  const { rows } = await db.$client.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
       join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
      where c.table_schema = 'public' and c.column_name = $1 and t.table_type = 'BASE TABLE' order by 1`,
    [column],
  )
  return rows.map((row) => row.name)
}

async function section(
  db: Queryable,
  table: string,
  where: string,
  memberId: string,
): Promise<MyData['sections'][number]> {
  const { rows } = await db.$client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(kept) as row from "${table}" kept where ${where}`,
    [memberId],
  )
  return {
    name: table,
    title: TITLES[table] ?? table,
    rows: rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([key]) => !SECRET.test(key)))),
  }
}
