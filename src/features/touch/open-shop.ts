import type { TouchReport } from '@contract/touch'
import type { EntryOptions } from '@domain/share/entry'
import { enqueue, giveUpAsking, unsent } from '@domain/touch/queue'
import { type Opening, readOpening } from '../../platform/enter'
import { newId } from '../../platform/id'
import { onBackOnline } from '../../platform/network'
import { call } from '../../platform/request'
import { deliverTouches } from './deliver'
import { ASK_AGAIN_MS, DELIVER_AGAIN_MS, PER_REQUEST } from './limits'
import { changeQueue, useTouch } from './store'

/**
 * The shop came to the foreground: keep the touch on the disk, then report it behind the first screen. A return
 * from one of WeChat's own screens is no opening, but a good moment to ask for the group again.
 */
export function openShop(shown?: EntryOptions): void {
  const opening = readOpening(shown)
  if (opening?.isSinglePage) {
    countSinglePage(opening)
  } else {
    if (opening) keepTouch(opening)
    void report(0)
  }
}

/** Moments' single page: counted, by nobody in particular. */
function countSinglePage(opening: Opening): void {
  useTouch.setState({ opening, touchId: null, receipt: null })
  void call('POST /page-counts', { body: { page: opening.path.slice(0, 200) }, session: 'held' })
}

function keepTouch(opening: Opening): void {
  const report = reportOf(opening, newId(opening.at))
  const entryKey = [opening.scene, opening.path, opening.tokenText, opening.shareTicket].join('|')
  changeQueue((queue) =>
    enqueue(giveUpAsking(queue, entryKey), {
      report,
      isSent: false,
      group: opening.mayHaveGroup ? 'asking' : 'settled',
      entryKey,
      shareTicket: opening.shareTicket,
      failures: 0,
    }),
  )
  useTouch.setState({ opening, touchId: report.id, receipt: null })
}

const reportOf = (opening: Opening, id: string): TouchReport => ({
  id,
  at: opening.at,
  scene: opening.scene,
  entry: opening.entry,
  path: opening.path.slice(0, 512),
  ...(opening.chatType === null ? {} : { chatType: opening.chatType }),
  ...(opening.tokenText === null ? {} : { shareToken: opening.tokenText }),
})

let isRunning = false
let isAgain = false
let timer: ReturnType<typeof setTimeout> | undefined

/** One report at a time; a new opening meanwhile makes it run once more. */
async function report(tries: number): Promise<void> {
  if (isRunning) {
    isAgain = true
    return
  }
  isRunning = true
  clearTimeout(timer)
  const delivery = await deliverTouches().catch(() => 'later' as const)
  isRunning = false
  const { queue } = useTouch.getState()
  if (isAgain) {
    isAgain = false
    return report(0)
  }
  const wait = delivery === 'later' ? DELIVER_AGAIN_MS[tries] : queue.length > 0 ? ASK_AGAIN_MS : undefined
  if (wait !== undefined) timer = setTimeout(() => void report(delivery === 'later' ? tries + 1 : 0), wait)
}

/** Delivers what waits as soon as the network is back. Called once by the app. */
export const watchTouches = (): void => void onBackOnline(() => void report(0))

/** Openings the server has not heard of; an order request carries them, so that none is missing as evidence. */
export const unsentTouches = (): TouchReport[] =>
  unsent(useTouch.getState().queue, PER_REQUEST).map((it) => it.report)
