import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Result } from '@domain/result'
import type { NotificationRefusal, PayEvent } from '../../server/wechat/pay/notification'

type Read = (headers: IncomingHttpHeaders, body: Buffer) => Result<PayEvent, NotificationRefusal>

export interface Shop {
  readonly notifyUrl: string
  /** What came, in order: `paid`, `refund`, or the code of the refusal. */
  readonly heard: string[]
  readonly events: PayEvent[]
  readonly readWith: (read: Read) => void
  /** The next `times` notifications are answered with this status whatever they say. */
  readonly answerNext: (status: number, times?: number) => void
  readonly close: () => Promise<void>
}

/** A shop that answers notifications as a shop should: 204 to what verifies, 401 to what does not. */
export async function aShop(): Promise<Shop> {
  const heard: string[] = []
  const events: PayEvent[] = []
  const forced: number[] = []
  let read: Read = () => {
    throw new Error('nothing to read with yet')
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const result = read(request.headers, Buffer.concat(chunks))
      heard.push(result.ok ? result.value.kind : result.error.code)
      if (result.ok) events.push(result.value)
      response.statusCode = forced.shift() ?? (result.ok ? 204 : 401)
      response.end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    notifyUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wechat/notify`,
    heard,
    events,
    readWith: (how) => {
      read = how
    },
    answerNext: (status, times = 1) => {
      for (let i = 0; i < times; i++) forced.push(status)
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
