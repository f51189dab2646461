import { fileUrl, remoteUrl } from '../addresses'
import { asynchronous, type Callbacks, Signal, WxRefusal } from './api'

const MOST_AT_ONCE = 10
const DEFAULT_TIMEOUT_MS = 60_000

interface RequestOptions extends Callbacks {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Readonly<Record<string, string>>
  readonly timeout?: number
  readonly dataType?: string
  readonly responseType?: 'text' | 'arraybuffer'
}

/** What a tester can make of the network. */
export type NetworkKind = 'fine' | 'slow' | 'flaky' | 'none'

const DELAY_MS: Record<NetworkKind, number> = { fine: 0, slow: 3000, flaky: 600, none: 0 }
/** On a flaky network one request in three is lost: always the first, the fourth and so on, so that a story can be told twice. */
const LOST_EVERY = 3

/** The network as the tester set it: whether there is one, how long requests are held back, which are lost. */
export class Network {
  private kind: NetworkKind = 'fine'
  private sent = 0
  private running = 0
  private readonly waiting: (() => void)[] = []
  readonly changed = new Signal<{ isConnected: boolean; networkType: string }>()

  get type(): string {
    if (this.kind === 'none') return 'none'
    return this.kind === 'fine' ? 'wifi' : '3g'
  }

  set(kind: NetworkKind): void {
    this.kind = kind
    this.sent = 0
    this.changed.send({ isConnected: kind !== 'none', networkType: this.type })
  }

  /** At most ten requests run at once; the others wait their turn. */
  async enter(): Promise<void> {
    if (this.running >= MOST_AT_ONCE) await new Promise<void>((go) => this.waiting.push(go))
    this.running += 1
    const isLost = this.kind === 'flaky' && this.sent++ % LOST_EVERY === 0
    const delayMs = DELAY_MS[this.kind]
    if (delayMs > 0) await new Promise((go) => setTimeout(go, delayMs))
    if (isLost) throw new WxRefusal('interrupted net::ERR_CONNECTION_RESET')
    if (this.kind === 'none') throw new WxRefusal('interrupted net::ERR_INTERNET_DISCONNECTED')
  }

  leave(): void {
    this.running -= 1
    this.waiting.shift()?.()
  }
}

export function networkApi(network: Network): Record<string, unknown> {
  return {
    request: (options: RequestOptions) =>
      task((signal) => asynchronous('request', (o: RequestOptions) => send(network, o, signal))(options)),
    downloadFile: (options: RequestOptions) =>
      task((signal) =>
        asynchronous('downloadFile', async (o: RequestOptions) => {
          const { data, statusCode } = await send(network, { ...o, responseType: 'arraybuffer' }, signal)
          return { statusCode, tempFilePath: URL.createObjectURL(new Blob([data as ArrayBuffer])) }
        })(options),
      ),
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: network.type })),
    onNetworkStatusChange: network.changed.on,
    offNetworkStatusChange: network.changed.off,
    onNetworkWeakChange: () => {},
    offNetworkWeakChange: () => {},
    getImageInfo: asynchronous('getImageInfo', async ({ src }: { src: string }) => {
      const image = new Image()
      image.src = fileUrl(src)
      await image.decode()
      return {
        width: image.naturalWidth,
        height: image.naturalHeight,
        path: src,
        orientation: 'up',
        type: 'png',
      }
    }),
  }
}

function task(start: (signal: AbortSignal) => unknown): object {
  const controller = new AbortController()
  const ignore = () => {}
  start(controller.signal)
  return {
    abort: () => controller.abort(new WxRefusal('abort')),
    onHeadersReceived: ignore,
    offHeadersReceived: ignore,
    onChunkReceived: ignore,
    offChunkReceived: ignore,
    onProgressUpdate: ignore,
    offProgressUpdate: ignore,
  }
}

async function send(network: Network, options: RequestOptions, aborted: AbortSignal) {
  const { url, data, method = 'GET', header = {}, timeout = DEFAULT_TIMEOUT_MS } = options
  await network.enter().catch((refusal: unknown) => {
    network.leave()
    throw refusal
  })
  const limit = AbortSignal.timeout(timeout)
  try {
    const isGet = method === 'GET' || method === 'HEAD'
    const address = isGet ? withQuery(remoteUrl(url), data) : remoteUrl(url)
    const answer = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', ...header },
      body: isGet || data === undefined || data === null ? undefined : asBody(data),
      signal: AbortSignal.any([limit, aborted]),
    })
    if (answer.headers.get('x-playground') === 'unreachable')
      throw new WxRefusal(`connect fail ${await answer.text()}`)
    const cookies: string[] = []
    return {
      data: await readBody(answer, options),
      statusCode: answer.status,
      header: Object.fromEntries(headersOf(answer)),
      cookies,
    }
  } catch (error) {
    if (limit.aborted) throw new WxRefusal('timeout')
    if (aborted.aborted) throw new WxRefusal('abort')
    throw error
  } finally {
    network.leave()
  }
}

function headersOf(answer: Response): [string, string][] {
  const list: [string, string][] = []
  answer.headers.forEach((value, name) => {
    list.push([name, value])
  })
  return list
}

async function readBody(
  answer: Response,
  { dataType = 'json', responseType }: RequestOptions,
): Promise<unknown> {
  if (responseType === 'arraybuffer') return answer.arrayBuffer()
  const text = await answer.text()
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const asBody = (data: unknown): BodyInit =>
  typeof data === 'string' || data instanceof ArrayBuffer ? data : JSON.stringify(data)

function withQuery(url: string, data: unknown): string {
  if (!data || typeof data !== 'object') return url
  const pairs = Object.entries(data).map(
    ([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(String(v))}`,
  )
  return pairs.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`
}
