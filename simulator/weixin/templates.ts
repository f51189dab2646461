interface Template {
  readonly title: string
  readonly labels: Readonly<Record<string, string>>
}

/**
 * The subscription templates the test mini-program has chosen in its console. Others are taken too, without names for
 * their fields. Ids have WeChat's 43 characters.
 */
export const TEMPLATES: Readonly<Record<string, Template>> = {
  'SIMTMPL-PAID-000000000000000000000000000001': {
    title: '订单支付成功通知',
    labels: { character_string1: '订单编号', thing2: '商品名称', amount3: '支付金额', time4: '支付时间' },
  },
  'SIMTMPL-SHIPPED-000000000000000000000000001': {
    title: '订单发货通知',
    labels: {
      character_string1: '订单编号',
      thing2: '商品名称',
      thing3: '快递公司',
      character_string4: '快递单号',
      time5: '发货时间',
    },
  },
  'SIMTMPL-REFUND-0000000000000000000000000001': {
    title: '退款到账通知',
    labels: { character_string1: '订单编号', thing2: '商品名称', amount3: '退款金额', thing4: '温馨提示' },
  },
  'SIMTMPL-COUPON-0000000000000000000000000001': {
    title: '优惠券到期提醒',
    labels: { thing1: '优惠券名称', time2: '到期时间', thing3: '温馨提示' },
  },
}

/** What the phone shows of a message: its title and rows with their names. */
export const shownMessage = (templateId: string, data: Readonly<Record<string, string>>) => {
  const template = TEMPLATES[templateId]
  return {
    title: template?.title ?? '服务通知',
    rows: Object.entries(data).map(([field, value]) => ({ label: template?.labels[field] ?? field, value })),
  }
}
