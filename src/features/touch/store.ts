import type { TouchReceipt } from '@contract/touch'
import { create } from 'zustand'
import type { Opening } from '../../platform/enter'
import { keep, recall } from '../../platform/storage'
import { giveUpAsking, type Queue } from './queue'

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
  queue: giveUpAsking(recall<Queue>(KEY, VERSION) ?? [], null),
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
