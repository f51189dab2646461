import { Type } from '@sinclair/typebox'
import type { MiniProgramCall } from './mini-program-call'

const EARLY_MS = 5 * 60_000
const PAUSE_MS = 30_000
const Token = Type.Object({ access_token: Type.String({ minLength: 1 }), expires_in: Type.Number() })

interface Held {
  readonly token: string
  readonly renewAt: number
}

export interface AccessToken {
  /** A token good for now; one request to WeChat however many ask at once. Throws MiniProgramError. */
  get(): Promise<string>
  /** A token other than the one WeChat just refused. Forces a new one only if WeChat still hands out the refused one. */
  replace(refused: string): Promise<string>
}

/**
 * Keeps the stable access token of one mini-program.
 * WeChat hands every process the same token and rotates it 5 minutes before its end, so asking again then is cheap;
 * forcing is limited to 20 a day, so it is the last resort.
 */
export function createAccessToken(
  call: MiniProgramCall,
  identity: { readonly appid: string; readonly secret: string },
  now: () => number,
): AccessToken {
  let held: Held | null = null
  let asking: Promise<string> | null = null

  async function ask(force: boolean): Promise<string> {
    const answer = await call.json('stable_token', Token, {
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', ...identity, force_refresh: force },
      retryBusy: true,
    })
    const expiresAt = now() + answer.expires_in * 1000
    const renewAt = Math.min(expiresAt, Math.max(now() + PAUSE_MS, expiresAt - EARLY_MS))
    held = { token: answer.access_token, renewAt }
    return answer.access_token
  }

  const once = (work: () => Promise<string>): Promise<string> => {
    asking ??= work().finally(() => {
      asking = null
    })
    return asking
  }

  return {
    get: async () => (held !== null && now() < held.renewAt ? held.token : once(() => ask(false))),
    replace: async (refused) => {
      if (asking === null && held !== null && held.token !== refused) return held.token
      return once(async () => {
        const token = await ask(false)
        return token === refused ? ask(true) : token
      })
    },
  }
}
