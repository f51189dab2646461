import type { ShareCard } from './types'
import type { NetworkKind } from './wx/network'

/** What a phone tells the desk around it. */
export type FromPhone =
  | { readonly kind: 'ready'; readonly user: string }
  | { readonly kind: 'shared'; readonly card: ShareCard; readonly to: 'chat' | 'moments' }
  /** The capsule's right half, or the way back to the chats: the app goes on in the background. */
  | { readonly kind: 'left' }
  /** From the single page of Moments into the full app. */
  | { readonly kind: 'full'; readonly path: string; readonly search: string }

/** What the desk asks of a phone that runs already. */
export type ToPhone =
  | {
      readonly kind: 'enter'
      readonly path: string
      readonly search: string
      readonly scene: number
      readonly group: string | null
      readonly chatType?: number
      readonly withShareTicket?: boolean
    }
  /** The chat picker closed, with or without a choice. */
  | { readonly kind: 'picked' }
  | { readonly kind: 'leave' }
  /** Back from the list of recent mini-programs, without a page. */
  | { readonly kind: 'recall'; readonly scene: number }
  | { readonly kind: 'network'; readonly network: NetworkKind }
  | { readonly kind: 'clock'; readonly offsetMs: number }
  | { readonly kind: 'forget-consent' }

export function tellDesk(message: FromPhone): void {
  parent.postMessage({ phone: message }, location.origin)
}

/** Whether a desk stands around this phone; alone it has no chats to pick from. */
export const isOnDesk = (): boolean => parent !== window

/** Messages from the desk; anything else that arrives is not for us. */
export function hearDesk(listener: (message: ToPhone) => void): void {
  addEventListener('message', ({ origin, data }: MessageEvent<{ desk?: ToPhone }>) => {
    if (origin === location.origin && data.desk) listener(data.desk)
  })
}
