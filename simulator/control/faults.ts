import type { EndpointFault, Fault, NotificationFault, RefundFault } from './fault-types'

export type Side = 'weixin' | 'mch' | 'client'

export interface Faults {
  add(faults: readonly Fault[]): void
  list(): readonly Fault[]
  clear(): void
  /** The next fault of a call, used up by being asked for. */
  forCall(side: Side, endpoint: string): EndpointFault | null
  /** All that is to befall one notification: several faults may meet in one. */
  forNotification(event: string, outTradeNo: string): readonly NotificationFault[]
  forPush(): readonly NotificationFault[]
  forRefund(): RefundFault | null
}

/** The misbehaviour ordered by POST /control/faults, in the order it was ordered. */
export function createFaults(): Faults {
  let ordered: Fault[] = []

  function use(fault: Fault): void {
    if (fault.times === 'always') return
    fault.times = (fault.times ?? 1) - 1
    if (fault.times === 0) ordered = ordered.filter((other) => other !== fault)
  }
  function first<F extends Fault>(matches: (fault: Fault) => fault is F): F | null {
    const found = ordered.find(matches)
    if (found === undefined) return null
    use(found)
    return found
  }

  return {
    add: (faults) => {
      ordered.push(...faults.map((fault) => ({ ...fault })))
    },
    list: () => ordered,
    clear: () => {
      ordered = []
    },
    forCall: (side, endpoint) =>
      first(
        (fault): fault is EndpointFault =>
          fault.on === 'endpoint' && [endpoint, side, 'all'].includes(fault.endpoint),
      ),
    forNotification(event, outTradeNo) {
      const meant = ordered.filter(
        (fault): fault is NotificationFault =>
          fault.on === 'notification' &&
          (fault.event === undefined || event.startsWith(fault.event)) &&
          (fault.outTradeNo === undefined || fault.outTradeNo === outTradeNo),
      )
      for (const fault of meant) use(fault)
      return meant
    },
    forPush() {
      const meant = ordered.filter(
        (fault): fault is NotificationFault => fault.on === 'notification' && fault.event === 'PUSH',
      )
      for (const fault of meant) use(fault)
      return meant
    },
    forRefund: () => first((fault): fault is RefundFault => fault.on === 'refund'),
  }
}
