import type { FromPhone, ToPhone } from '../phone/desk-link'
import type { NetworkKind } from '../phone/wx/network'
import type { Opening } from './chats'
import type { Holder } from './people'

const SINGLE_PAGE = 1154

/** A phone on the desk: an inner page that runs the mini-program for the person who holds it. */
export class DeskPhone {
  network: NetworkKind = 'fine'
  /** Every card starts the mini-program anew. */
  isAlwaysCold = false
  decodesQueries = false
  isRunning = false
  private opened: { readonly user: string; readonly isSinglePage: boolean } | null = null

  constructor(
    readonly frame: HTMLIFrameElement,
    public holder: Holder,
    private readonly onMessage: (message: FromPhone, phone: DeskPhone) => void,
  ) {
    addEventListener('message', ({ origin, source, data }: MessageEvent<{ phone?: FromPhone }>) => {
      if (origin !== location.origin || source !== frame.contentWindow || !data.phone) return
      if (data.phone.kind === 'ready') this.isRunning = true
      this.onMessage(data.phone, this)
    })
  }

  /** The phone's own document; null while nothing runs. */
  get screen(): Document | null {
    return this.frame.getAttribute('src') ? this.frame.contentDocument : null
  }

  /** Opens a page: a warm start where this person's mini-program runs already, else a cold one. */
  open(opening: Opening, isCold = this.isAlwaysCold): void {
    const isSinglePage = opening.scene === SINGLE_PAGE
    const isSame = this.opened?.user === this.holder.user && !this.opened.isSinglePage && !isSinglePage
    if (this.isRunning && isSame && !isCold) {
      this.tell({ kind: 'enter', ...opening })
      return
    }
    const { path, search, scene, group, chatType } = opening
    const given = new URLSearchParams({
      as: this.holder.user,
      open: path,
      query: search,
      scene: String(scene),
      network: this.network,
    })
    if (group) given.set('group', group)
    if (chatType) given.set('chatType', String(chatType))
    if (this.decodesQueries) given.set('decoded', '1')
    this.opened = { user: this.holder.user, isSinglePage }
    this.isRunning = false
    this.frame.removeAttribute('data-away')
    this.frame.src = `/phone?${given}`
  }

  /** From the list of recent mini-programs: as it was left, or from the start. */
  recall(scene: number): void {
    this.frame.removeAttribute('data-away')
    if (this.isRunning && this.opened?.user === this.holder.user) this.tell({ kind: 'recall', scene })
    else this.open({ path: 'pages/home/index', search: '', scene, group: null })
  }

  setNetwork(network: NetworkKind): void {
    this.network = network
    this.tell({ kind: 'network', network })
  }

  /** Ends the mini-program, as somebody does who wipes it away. */
  end(): void {
    this.isRunning = false
    this.opened = null
    this.frame.removeAttribute('src')
    this.frame.removeAttribute('data-away')
  }

  tell(message: ToPhone): void {
    if (message.kind === 'enter') this.frame.removeAttribute('data-away')
    this.frame.contentWindow?.postMessage({ desk: message }, location.origin)
  }
}
