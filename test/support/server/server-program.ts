import { CROWD_SECRET } from './crowd'
import { runServer, type ServerProcess } from './run-server'
import type { Answer, CallOptions } from './shop'

export interface ServerProgram extends ServerProcess {
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
}

/** The server as a program on a free port, open when this answers; it takes the sessions of `aCrowd`. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProgram> {
  const server = runServer({
    WECHAT_SIMULATED: '1',
    PORT: '0',
    SHOP_SECRET: CROWD_SECRET,
    RATE_LIMIT_PER_ADDRESS: '1000000',
    RATE_LIMIT_PER_SESSION: '1000000',
    ...env,
  })
  await server.isOpen
  const url = /"address":"(http:[^"]+)"/.exec(server.said())?.[1]
  if (!url) throw new Error(`the server does not say where it listens: ${server.said()}`)
  return {
    ...server,
    call: async (method, path, { token, body } = {}) => {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
  }
}
