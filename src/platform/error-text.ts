import type { ApiError } from './http'

/** What a screen says for a refusal it has no better word for. By code, never by the server's sentence. */
const TEXT: Partial<Record<ApiError['code'], string>> = {
  'request.too_many': '操作有点快，请稍等片刻再试',
  'request.invalid': '填写的内容有误，请检查后再试',
  'session.missing': '请稍后重新打开小程序',
  'session.expired': '登录已过期，请重新打开小程序',
  'login.code_invalid': '登录没有成功，请重试',
  'login.blocked': '微信暂不允许该账号登录',
  'login.unavailable': '微信登录暂时不可用，请稍后再试',
  'role.required': '这里只有店员可以进入',
  'thing.not_found': '没有找到，可能已经下架或删除',
  'invitation.invalid': '邀请无效或已过期，请联系店长重新生成',
  'invitation.taken': '这份邀请已经用过了',
  'group.unproven': '还没有确认这是哪个群，请从群里的卡片打开',
  'group.owned_by_other': '这个群已有负责人，请联系店长',
  'cart.full': '购物车满了，先结算一部分吧',
  'sku.withdrawn': '这款已下架',
  'sku.out_of_stock': '库存不足，换个数量试试',
  'sku.limit_exceeded': '超过限购数量',
  'order.empty': '还没有选择商品',
  'order.price_changed': '价格有变动，请确认后再付款',
  'order.too_many_unpaid': '未付款的订单太多了，先处理几单吧',
  'order.state_refused': '订单状态已变化，请刷新查看',
  'order.request_reused': '请返回后重新提交订单',
  'address.missing': '请先选择收货地址',
  'freight.not_delivered': '这个地址暂不支持配送',
  'coupon.not_usable': '这张券现在不能用',
  'shipping.unavailable': '暂时问不到微信，请稍后再试',
  'invoice.tax_number_invalid': '税号不对，请对照营业执照再看看',
  'invoice.issued': '这张发票已经开好了',
  'payment.unavailable': '支付暂时不可用，订单已为你保留',
  'payment.closed': '订单已关闭，请重新下单',
  'server.unavailable': '服务暂时不可用，请稍后再试',
  'conflict.retry': '刚刚有人抢先一步，请再试一次',
}

/** One short Chinese sentence for the visitor. */
export function errorText(error: ApiError): string {
  if (error.code !== 'network') return TEXT[error.code] ?? '出了点小问题，请稍后再试'
  return error.reason === 'timeout' ? '网络有点慢，请稍后再试' : '网络不太好，请检查后再试'
}
