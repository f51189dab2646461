import { connect, type Socket } from 'node:net'

/** One closed loop: a keep-alive connection that asks, waits for the whole answer, and asks again. */
interface Client {
  readonly socket: Socket
  answered: Buffer
}

export interface Load {
  /** Answers per second. */
  readonly perSecond: number
  readonly answers: number
  /** How many answers had each status. */
  readonly statuses: ReadonlyMap<number, number>
}

const END_OF_HEAD = Buffer.from('\r\n\r\n')

/**
 * Keeps `clients` connections busy for `forMs` with the requests of `next`, which are bytes ready to send. Plain
 * sockets: on a machine shared with the server every microsecond of the load's own is missing there.
 */
export async function load(
  { host, port }: { readonly host: string; readonly port: number },
  clients: number,
  forMs: number,
  next: () => Buffer | null,
): Promise<Load> {
  const statuses = new Map<number, number>()
  let answers = 0
  const opened = await Promise.all(Array.from({ length: clients }, () => open(host, port)))
  const began = performance.now()
  const until = began + forMs
  await Promise.all(
    opened.map(
      (client) =>
        new Promise<void>((done, fail) => {
          const ask = () => {
            const request = performance.now() < until ? next() : null
            if (request) client.socket.write(request)
            else client.socket.end(done)
          }
          client.socket.on('error', fail)
          client.socket.on('data', (bytes) => {
            client.answered = client.answered.length === 0 ? bytes : Buffer.concat([client.answered, bytes])
            const status = takeAnswer(client)
            if (status === null) return
            answers += 1
            statuses.set(status, (statuses.get(status) ?? 0) + 1)
            ask()
          })
          ask()
        }),
    ),
  )
  const seconds = (performance.now() - began) / 1000
  return { perSecond: answers / seconds, answers, statuses }
}

const open = (host: string, port: number): Promise<Client> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve({ socket, answered: Buffer.alloc(0) })
    })
  })

/** The status of a whole answer, which is taken off; null while some of it is still on its way. */
function takeAnswer(client: Client): number | null {
  const { answered } = client
  const head = answered.indexOf(END_OF_HEAD)
  if (head < 0) return null
  const text = answered.toString('latin1', 0, head)
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1])
  if (Number.isNaN(length)) throw new Error(`an answer without its length: ${text}`)
  const whole = head + END_OF_HEAD.length + length
  if (answered.length < whole) return null
  client.answered = answered.subarray(whole)
  return Number(text.slice(9, 12))
}

/** A claim as bytes. */
export function claimRequest(campaignId: string, token: string, requestId: string): Buffer {
  const body = `{"requestId":"${requestId}"}`
  return Buffer.from(
    `POST /campaigns/${campaignId}/claims HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  )
}
