import type { ShareCard } from './types'

/** What a phone tells the desk around it. */
export type FromPhone =
  | { readonly kind: 'ready'; readonly user: string }
  | { readonly kind: 'shared'; readonly card: ShareCard; readonly to: 'chat' | 'moments' }
  | { readonly kind: 'closed' }

/** What the desk asks of a phone that runs already. */
export type ToPhone =
  | {
      readonly kind: 'enter'
      readonly path: string
      readonly search: string
      readonly scene: number
      readonly group: string | null
      readonly chatType?: number
    }
  | { readonly kind: 'network'; readonly isConnected: boolean; readonly delayMs: number }

export function tellDesk(message: FromPhone): void {
  parent.postMessage({ phone: message }, location.origin)
}

/** Messages from the desk; anything else that arrives is not for us. */
export function hearDesk(listener: (message: ToPhone) => void): void {
  addEventListener('message', ({ origin, data }: MessageEvent<{ desk?: ToPhone }>) => {
    if (origin === location.origin && data.desk) listener(data.desk)
  })
}
