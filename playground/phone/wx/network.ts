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

/** The network as the tester set it: whether there is one, and how long each request is held back. */
export class Network {
  isConnected = true
  delayMs = 0
  private running = 0
  private readonly waiting: (() => void)[] = []
  readonly changed = new Signal<{ isConnected: boolean; networkType: string }>()

  get type(): string {
    return this.isConnected ? 'wifi' : 'none'
  }

  set(isConnected: boolean, delayMs = 0): void {
    this.isConnected = isConnected
    this.delayMs = delayMs
    this.changed.send({ isConnected, networkType: this.type })
  }

  /** At most ten requests run at once; the others wait their turn. */
  async enter(): Promise<void> {
    if (this.running >= MOST_AT_ONCE) await new Promise<void>((go) => this.waiting.push(go))
    this.running += 1
    if (this.delayMs > 0) await new Promise((go) => setTimeout(go, this.delayMs))
    if (!this.isConnected) throw new WxRefusal('interrupted net::ERR_INTERNET_DISCONNECTED')
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
