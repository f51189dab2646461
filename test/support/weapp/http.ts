import { request as httpRequest } from 'node:http'

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** One real HTTP exchange; jsdom's own would obey the browser's rules, which WeChat's network does not have. */
export function exchange(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
  timeoutMs = 10_000,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(url, { method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => {
        const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(flat), text })
      })
    })
    call.setTimeout(timeoutMs, () => call.destroy(new Error('timeout')))
    call.on('error', reject)
    call.end(body)
  })
}
