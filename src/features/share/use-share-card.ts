import type { ShareCard } from '@contract/share'
import { useEffect, useState } from 'react'
import { useSession } from '../../platform/session'
import { type CardToShare, cardOf, useShare } from '../../platform/share'
import { mint, mintedCard, type ShareSubject, shareKey } from './mint'

interface Wish extends Omit<ShareSubject, 'parentToken'> {
  /** The token this very page was opened with, else the one the visitor came by; staff begin a root of their own. */
  readonly parentToken: string | null
  /** False until the page has painted what the visitor came for. */
  readonly isReady: boolean
}

/**
 * Mints the page's share token ahead and sets up both ways of sharing, so that WeChat is answered at once. Staff
 * start a root of their own, anybody else makes a relay of the token that opened the page: the server decides. A card
 * minted without a picture takes the fallback's; `pick` finds the cards of named share buttons, as in `useShare`.
 */
export function useShareCard(
  wish: Wish,
  fallback: CardToShare,
  pick?: (name: string) => CardToShare | null,
): ShareCard | null {
  const { kind, productId, campaignId, isReady } = wish
  const parentToken = wish.parentToken ?? undefined
  const isPossible = useSession((s) => s.isPossible)
  const memberId = useSession((s) => s.session?.memberId ?? '')
  const key = shareKey(memberId, { kind, productId, campaignId, parentToken })
  const [, redraw] = useState(0)

  useEffect(() => {
    // Whose share it is must be known first: a token minted on the way through the login would be minted twice.
    if (!isReady || !isPossible || !memberId) return
    void mint(key, { kind, productId, campaignId, parentToken }).then((isNew) => {
      if (isNew) redraw((n) => n + 1)
    })
  }, [key, isReady, isPossible, memberId, kind, productId, campaignId, parentToken])

  const card = mintedCard(key)
  useShare(card && { ...cardOf(card), imageUrl: cardOf(card).imageUrl ?? fallback.imageUrl }, fallback, pick)
  return card
}
