import { HOUR_MS, MINUTE_MS } from '@domain/shop-time'
import { errorText } from '../../../platform/error-text'
import type { ApiError } from '../../../platform/http'

export const FORM_TEXT = { leaver: '离职交接', in_service: '在职交接' } as const

const FAULTS: Readonly<Record<string, string>> = {
  to_oneself: '不能交给自己',
  successor_not_in_service: '接手的同事已经不在职了',
  group_not_owned: '有的群已经换了负责人，请重新选',
  group_twice: '同一个群不能交给两个人',
  nothing_named: '选一样要交出去的',
  no_successor: '选一位接手的同事',
  too_late: '超过一天，不能撤销了',
  built_upon: '后来又办过交接，请先撤销那一次',
}

/** Why a handover, or its undoing, was refused: by the fault it names. */
export function handoverRefusal(error: ApiError): string {
  if (error.code === 'staff.last_manager') return '店里要留一位店长，先把别人设为店长'
  if (error.code === 'handover.changed') return '刚刚有变动，请再看一遍'
  if (error.code !== 'handover.refused') return errorText(error)
  const { fault } = (error.detail ?? {}) as { fault?: string }
  return (fault && FAULTS[fault]) ?? '现在不能这样交接，请刷新再看'
}

/** How long something can still be taken back: `23 小时`, `8 分钟`. */
export function leftText(untilMs: number, nowMs: number): string {
  const left = Math.max(0, untilMs - nowMs)
  if (left >= HOUR_MS) return `${Math.floor(left / HOUR_MS)} 小时`
  return `${Math.max(1, Math.floor(left / MINUTE_MS))} 分钟`
}
