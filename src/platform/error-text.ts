import type { ErrorCode } from '@contract/errors'
import type { ApiError } from './http'

/** Said to WeChat's servers and to testers alone: no screen ever calls what answers with these. */
type NeverOnScreens = 'notification.rejected' | 'notification.mismatch' | 'simulation.off'

/** What a screen says for a refusal it has no better word for. By code, never by the server's sentence. */
const TEXT: Readonly<Record<Exclude<ErrorCode, NeverOnScreens>, string>> = {
  'request.invalid': '填写的内容有误，请检查后再试',
  'request.too_large': '内容太多了，请删减后再试',
  'request.too_many': '操作有点快，请稍等片刻再试',
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
  'claim.needless': '这个群现在没有别人负责，直接认领就好',
  'claim.decided': '这份申请已经处理过了，请刷新查看',
  'policy.invalid': '有一项设置不合适，请检查后再保存',
  'staff.last_manager': '店里要留一位店长，先把别人设为店长',
  'handover.refused': '现在不能这样交接，请刷新后再看',
  'handover.changed': '刚刚有变动，请再看一遍',
  'block.refused': '这位是在职店员，请先办离职交接',
  'correction.refused': '这笔业绩不能这样调整，请刷新查看',
  'privacy.order_open': '还有订单没完成，完成后再注销',
  'privacy.has_post': '你还是店里的店员，离职后才能注销',
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
  'freight.rule_invalid': '运费规则有误，请检查各行再保存',
  'shipping.unavailable': '暂时问不到微信，请稍后再试',
  'parcel.company_unknown': '微信不认识这家快递公司，请换一家',
  'parcel.units_refused': '件数有变化，可能刚有退款，请刷新',
  'parcel.too_many': '包裹太多了，请合并几个再寄',
  'parcel.number_used': '这个运单号已经用过了',
  'message.fact_unfit': '有一栏放不下这项内容，请换一项',
  'invoice.tax_number_invalid': '税号不对，请对照营业执照再看看',
  'invoice.issued': '这张发票已经开好了',
  'invoice.state_refused': '这张发票的状态已经变了，请刷新查看',
  'invoice.amount_changed': '开票金额有变化，请刷新查看',
  'invoice.number_used': '这个发票号码已经登记过了',
  'job.finished': '这件事已经办完，不用再试',
  'coupon.not_usable': '这张券现在不能用',
  'claim.not_yet': '还没开始，到点再来领',
  'claim.ended': '活动已经结束了',
  'claim.paused': '活动暂停中，稍后再来看看',
  'claim.limit_reached': '你已经领过了',
  'claim.sold_out': '已经领完了',
  'claim.not_qualified': '暂时还不能领，看看还差什么',
  'claim.nothing_better': '你手里的已经是最高一档',
  'claim.coupon_not_unused': '这张券已经用过或过期，不能升级',
  'claim.request_reused': '请刷新后重新领取',
  'campaign.invalid': '活动还有地方要改，请检查后再保存',
  'campaign.code_taken': '这个活动编号已经用过了',
  'campaign.edit_refused': '已经有人领过，这样改不行',
  'campaign.version_old': '别人刚改过这个活动，请退回再看',
  'campaign.state_refused': '活动状态刚变过，请刷新查看',
  'payment.unavailable': '支付暂时不可用，订单已为你保留',
  'payment.closed': '订单已关闭，请重新下单',
  'refund.not_refundable': '这些商品现在不能退，请刷新查看',
  'refund.amount_changed': '退款金额有变化，请再看一眼',
  'refund.too_many': '这一单退款次数太多，请直接联系店里',
  'refund.too_late': '付款超过一年，不能原路退回，请联系店里',
  'after_sale.state_refused': '这个申请的状态已经变了，请刷新查看',
  'conflict.retry': '刚刚有人抢先一步，请再试一次',
  'server.unavailable': '服务暂时不可用，请稍后再试',
  'server.failed': '店里的系统出了点问题，请稍后再试',
}

/** A newer server may give codes that this client does not know yet. */
const UNKNOWN = '出了点小问题，请稍后再试'

/** One short Chinese sentence for the visitor. */
export function errorText(error: ApiError): string {
  if (error.code !== 'network') return (TEXT as Partial<Record<string, string>>)[error.code] ?? UNKNOWN
  return error.reason === 'timeout' ? '网络有点慢，请稍后再试' : '网络不太好，请检查后再试'
}
