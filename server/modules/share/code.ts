import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import type { Deps } from '../../platform/deps'
import { MiniProgramError } from '../../wechat/mini-program-error'
import { findOwnRoot } from './store'

const PAGES = {
  product: 'pages/product/index',
  campaign: 'pages/coupons/index',
  home: 'pages/home/index',
} as const

const MAX_KEPT = 200

/** Draws mini-program codes by WeChat and keeps the latest of them: the same token makes the same picture. */
export function shareCodes(
  deps: Deps,
): (token: string, staffId: string) => Promise<Result<{ dataUri: string }, Refusal>> {
  const kept = new Map<string, string>()
  return async (token, staffId) => {
    const share = await findOwnRoot(deps.db, token, staffId)
    if (!share) return refuse({ code: 'thing.not_found', message: 'You have no share under this token.' })
    const known = kept.get(token)
    if (known !== undefined) return ok({ dataUri: known })
    const drawn = await draw(deps, token, PAGES[share.kind])
    if (!drawn.ok) return drawn
    if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value ?? '')
    kept.set(token, drawn.value.dataUri)
    return drawn
  }
}

async function draw(deps: Deps, scene: string, page: string): Promise<Result<{ dataUri: string }, Refusal>> {
  try {
    const { bytes, mime } = await deps.miniProgram.getUnlimitedCode({ scene, page })
    return ok({ dataUri: `data:${mime};base64,${bytes.toString('base64')}` })
  } catch (error) {
    if (!(error instanceof MiniProgramError)) throw error
    deps.log.warn({ err: error }, 'WeChat drew no mini-program code')
    return refuse({
      code: 'login.unavailable',
      message: 'WeChat draws no mini-program code now; try again shortly.',
    })
  }
}
