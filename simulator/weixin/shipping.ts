import { type Static, Type } from '@sinclair/typebox'
import type { Endpoint } from '../http/endpoint'
import { announceSettlement } from '../push/events'
import type { World } from '../world'
import { bodyOf, Errcode, fine, requireToken } from './manners'
import type { Shipping } from './shipping-records'
import { checkItem, Item, isRefunded, OrderKey, orderOf } from './shipping-rules'

const Upload = Type.Object({
  order_key: OrderKey,
  logistics_type: Type.Integer(),
  delivery_mode: Type.Integer(),
  is_all_delivered: Type.Optional(Type.Boolean()),
  shipping_list: Type.Array(Item),
  upload_time: Type.String(),
  payer: Type.Object({ openid: Type.String() }),
})
type Upload = Static<typeof Upload>

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** Everything about an upload that does not depend on what was sent before. */
function checkUpload(upload: Upload): void {
  const { logistics_type: logistics, delivery_mode: mode, shipping_list: list } = upload
  if (logistics < 1 || logistics > 4) throw new Errcode(10060005, '物流类型错误')
  if (mode !== 1 && mode !== 2) throw new Errcode(268485224, '发货模式非法')
  if (mode === 2 && logistics !== 1) throw new Errcode(10060006, '非快递发货时不允许分拆发货')
  if (mode === 2 && upload.is_all_delivered === undefined)
    throw new Errcode(10060007, '分拆发货模式下必须填写 is_all_delivered')
  if (list.length === 0 || list.length > 15) throw new Errcode(10060024, '物流信息列表长度错误')
  if (mode === 1 && list.length !== 1) throw new Errcode(268485228, '统一发货模式下，物流信息列表长度必须为1')
  for (const item of list) checkItem(item, logistics)
  if (!WITH_OFFSET.test(upload.upload_time))
    throw new Errcode(268485216, '上传时间非法，请按照 RFC 3339 格式填写')
}

/** POST /wxa/sec/order/upload_shipping_info: what was sent replaces what was told before, if it is newer. */
export const uploadShippingInfo = (world: World): Endpoint => ({
  name: 'upload_shipping_info',
  method: 'POST',
  path: '/wxa/sec/order/upload_shipping_info',
  answer(call) {
    requireToken(call, world)
    const upload = bodyOf(call, Upload)
    const order = orderOf(world, upload.order_key)
    checkUpload(upload)
    if (upload.payer.openid !== order.openid) throw new Errcode(10060031, '支付者 openid 不匹配')
    if (isRefunded(world, order)) throw new Errcode(10060004, '支付单处于不可发货的状态')
    const before = world.state.shippings[order.outTradeNo]
    const after = afterUpload(world, order.outTradeNo, upload, before)
    world.state.shippings[order.outTradeNo] = after
    if (after.finishedAt !== null && before?.finishedAt == null) announceSettlement(world, order, after)
    world.changed()
    return fine({}, order.outTradeNo)
  },
})

function afterUpload(
  world: World,
  outTradeNo: string,
  upload: Upload,
  before: Shipping | undefined,
): Shipping {
  const uploadedAt = Date.parse(upload.upload_time)
  const mode = upload.delivery_mode as Shipping['mode']
  const isAll = mode === 1 || upload.is_all_delivered === true
  const fingerprint = JSON.stringify([mode, upload.logistics_type, isAll, upload.shipping_list])
  if (before) {
    if (before.confirmedAt !== null) throw new Errcode(10060004, '支付单处于不可发货的状态')
    if (before.fingerprint === fingerprint) throw new Errcode(10060023, '发货信息未更新')
    if (uploadedAt <= before.uploadedAt) throw new Errcode(268485216, '上传时间必须比之前的请求更新')
  }
  const isReship = before !== undefined && (before.finishedAt !== null || before.mode !== mode)
  if (isReship && before.reships > 0) throw new Errcode(10060003, '支付单已使用重新发货机会')
  return {
    outTradeNo,
    mode,
    logistics: upload.logistics_type as Shipping['logistics'],
    parcels: upload.shipping_list.map((item) => ({
      trackingNo: item.tracking_no ?? '',
      company: item.express_company ?? '',
      itemDesc: item.item_desc ?? '',
    })),
    uploadedAt,
    fingerprint,
    reships: (before?.reships ?? 0) + (isReship ? 1 : 0),
    finishedAt: before?.finishedAt ?? (isAll ? world.now() : null),
    confirmedAt: null,
    confirmedBy: null,
    hasReminded: before?.hasReminded ?? false,
  }
}
