import { announceRefund } from './notify/announce'
import { deliver } from './notify/deliver'
import type { Notification } from './notify/notification'
import { deliverPush } from './push/deliver'
import type { PendingPush } from './push/target'
import { confirmByRule, nextConfirmation } from './weixin/receipt'
import type { World } from './world'

/** Longest wait setTimeout understands. */
const LONGEST_MS = 2 ** 31 - 1
/** A notification that is refused again and again must not keep a flush for ever. */
const FLUSH_ROUNDS = 20

export interface Clockwork {
  /** Looks when the next thing is due. To be called after each change. */
  arm(): void
  /** Settles every refund and sends every notification now, due or not; gives how many were sent. */
  flush(): Promise<number>
  stop(): void
}

function settleRefunds(world: World, isDue: (at: number) => boolean): void {
  for (const refund of Object.values(world.state.refunds)) {
    const order = world.state.orders[refund.outTradeNo]
    if (order === undefined || refund.status !== 'PROCESSING') continue
    if (refund.settlesAt === null || !isDue(refund.settlesAt)) continue
    refund.status = refund.outcome
    refund.settledAt = world.now()
    announceRefund(world, refund, order)
  }
}

/** What WeChat's servers do by themselves: refunds settle, receipt is confirmed by rule, notifications and pushes go out and are tried again. */
export function createClockwork(world: World): Clockwork {
  const sending = new Map<Notification | PendingPush, Promise<void>>()
  let timer: NodeJS.Timeout | null = null
  let isStopped = false

  function sendDue(): Promise<void>[] {
    const isDue = (each: Notification | PendingPush) => each.dueAt <= world.now() && !sending.has(each)
    const begin = (each: Notification | PendingPush, work: Promise<void>) => {
      const turn = work.finally(() => {
        sending.delete(each)
        arm()
      })
      sending.set(each, turn)
      return turn
    }
    return [
      ...Object.entries(world.state.notifications)
        .filter(([, notification]) => isDue(notification))
        .map(([key, notification]) => begin(notification, deliver(world, key, notification))),
      ...Object.values(world.state.pushes)
        .filter(isDue)
        .map((push) => begin(push, deliverPush(world, push))),
    ]
  }

  function nextDue(): number {
    const { refunds, notifications, pushes } = world.state
    let soonest = nextConfirmation(world)
    for (const { status, settlesAt } of Object.values(refunds))
      if (status === 'PROCESSING' && settlesAt !== null) soonest = Math.min(soonest, settlesAt)
    for (const each of [...Object.values(notifications), ...Object.values(pushes)])
      if (!sending.has(each)) soonest = Math.min(soonest, each.dueAt)
    return soonest
  }

  function arm(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const at = nextDue()
    if (isStopped || at === Number.POSITIVE_INFINITY) return
    timer = setTimeout(run, Math.min(Math.max(at - world.now(), 0), LONGEST_MS))
    timer.unref()
  }

  function run(): void {
    settleRefunds(world, (at) => at <= world.now())
    confirmByRule(world)
    void Promise.all(sendDue())
    arm()
  }

  return {
    arm,
    async flush() {
      settleRefunds(world, () => true)
      const { notifications, pushes } = world.state
      for (const each of [...Object.values(notifications), ...Object.values(pushes)]) each.dueAt = world.now()
      let sent = 0
      for (let round = 0; round < FLUSH_ROUNDS; round++) {
        const turns = [...sending.values(), ...sendDue()]
        if (turns.length === 0) break
        sent += turns.length
        await Promise.all(turns)
      }
      return sent
    },
    stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
