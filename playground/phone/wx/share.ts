import type { StackPage } from '../router'
import type { ShareCard } from '../types'
import { asynchronous, WxRefusal } from './api'

const PROMISE_MS = 3000

interface ShareAnswer {
  readonly title?: string
  readonly path?: string
  readonly imageUrl?: string
  readonly promise?: Promise<ShareAnswer>
}

interface MenuOptions {
  readonly withShareTicket?: boolean
  readonly menus?: readonly string[]
}

/** What the current page shares, and what the share menu offers. */
export class Sharing {
  private withShareTicket = false
  private isHidden = false

  constructor(
    private readonly router: { readonly top: StackPage | undefined },
    private readonly appName: string,
    private readonly isSinglePage: () => boolean,
    /** The chat picker covers the app; the desk says when it closed. */
    readonly leaveForPicker: () => void,
  ) {}

  api(): Record<string, unknown> {
    const inFullApp = () => {
      if (this.isSinglePage()) throw new WxRefusal('not supported in single page mode')
    }
    const note = ({ withShareTicket }: MenuOptions) => {
      inFullApp()
      if (withShareTicket !== undefined) this.withShareTicket = withShareTicket
    }
    return {
      showShareMenu: asynchronous('showShareMenu', (options: MenuOptions) => {
        note(options)
        this.isHidden = false
      }),
      updateShareMenu: asynchronous('updateShareMenu', note),
      hideShareMenu: asynchronous('hideShareMenu', () => {
        inFullApp()
        this.isHidden = true
      }),
    }
  }

  get canShareToFriends(): boolean {
    return !this.isHidden && typeof this.router.top?.instance.onShareAppMessage === 'function'
  }

  get canShareToMoments(): boolean {
    return this.canShareToFriends && typeof this.router.top?.instance.onShareTimeline === 'function'
  }

  /** The card for a chat: what `onShareAppMessage` answers at once, or within three seconds by its promise. */
  async card(from: 'button' | 'menu', target: object | undefined): Promise<ShareCard> {
    const page = this.router.top
    const answer = (page?.instance.onShareAppMessage?.({ from, target, webViewUrl: undefined }) ??
      {}) as ShareAnswer
    const promised = answer.promise
      ? await Promise.race([answer.promise, new Promise<null>((r) => setTimeout(() => r(null), PROMISE_MS))])
      : null
    const { title, path, imageUrl } = { ...answer, ...promised }
    const query = Object.entries(page?.query ?? {}).map(([k, v]) => `${k}=${v}`)
    const here = `/${page?.route ?? ''}${query.length > 0 ? `?${query.join('&')}` : ''}`
    return {
      title: title ?? this.appName,
      path: path ?? here,
      imageUrl: imageUrl ?? null,
      from,
      withShareTicket: this.withShareTicket,
    }
  }

  /** What goes to Moments: the same page with another query. */
  momentsCard(): ShareCard {
    const page = this.router.top
    const answer = (page?.instance.onShareTimeline?.() ?? {}) as {
      title?: string
      query?: string
      imageUrl?: string
    }
    return {
      title: answer.title ?? this.appName,
      path: `/${page?.route ?? ''}${answer.query ? `?${answer.query}` : ''}`,
      imageUrl: answer.imageUrl ?? null,
      from: 'menu',
      withShareTicket: false,
    }
  }
}
