import type { TouchReceipt, TouchReport } from '@contract/touch'
import { type Queue as QueueOf, restoreQueue } from '@domain/touch/queue'
import { create } from 'zustand'
import type { Opening } from '../../platform/enter'
import { keep, recall } from '../../platform/storage'

/** Openings as they wait for the server. */
export type Queue = QueueOf<TouchReport>

const KEY = 'touches'
const VERSION = 1

interface TouchState {
  /** The opening that stands: what the visitor came by. */
  readonly opening: Opening | null
  readonly touchId: string | null
  /** The server's word on it: the proven group, whether its token holds. */
  readonly receipt: TouchReceipt | null
  readonly queue: Queue
}

export const useTouch = create<TouchState>()(() => ({
  opening: null,
  touchId: null,
  receipt: null,
  queue: restoreQueue<TouchReport>(recall<unknown>(KEY, VERSION)),
}))

/** The token this visitor came by, for relays and for pages that were opened without one. */
export const selectEntryToken = (s: TouchState): string | null => s.opening?.shareToken ?? null
export const selectGroupId = (s: TouchState): string | null => s.receipt?.groupId ?? null
export const selectGroupName = (s: TouchState): string | null => s.receipt?.groupName ?? null
export const selectIsSinglePage = (s: TouchState): boolean => s.opening?.isSinglePage ?? false

/** Changes the queue, on the phone's disk first: a killed app loses no opening. */
export function changeQueue(change: (queue: Queue) => Queue): Queue {
  const queue = change(useTouch.getState().queue)
  keep(KEY, VERSION, queue)
  useTouch.setState({ queue })
  return queue
}
