import type { Verdict } from '@domain/attribution/types'

/** A candidate's verdict in one phrase, as staff read it under an order. */
export const VERDICT_TEXTS: Readonly<Record<Verdict, string>> = {
  won: '这条记录赢得归属',
  older: '之后还有更近的一次',
  newer: '之前还有更早的一次',
  outranked: '有优先级更高的记录',
  outside_window: '超出归属期',
  after_order: '在下单之后',
  suspect: '被判为可疑，不作依据',
  member_blocked: '下单时顾客在黑名单中',
  share_expired: '打开时分享已过期',
  share_revoked: '打开时分享已撤回',
  unowned: '该群没有负责人',
  left_without_successor: '导购已离职且无人接手',
  self: '本人下单，不计业绩',
  kind_off: '当前规则不计这一类',
}
