import type { ShareCard } from '@contract/share'
import { useEffect, useState } from 'react'
import { selectMemberId, useSession } from '../../../platform/session'
import { mintFor, mintingKey } from './mint'
import type { Subject } from './subject'

export interface SheetCard {
  /** Minted for this subject and group; null until it is there. */
  readonly card: ShareCard | null
  readonly hasFailed: boolean
  readonly again: () => void
}

/** Mints the card of an open share sheet ahead, so that WeChat is answered at once when its button is tapped. */
export function useSheetCard(subject: Subject | null, groupId: string | null): SheetCard {
  const memberId = useSession(selectMemberId)
  const [made, setMade] = useState<{ turn: string; card: ShareCard | null } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const minting = subject && { subject, channel: 'card' as const, groupId }
  const turn = memberId && minting ? `${mintingKey(memberId, minting)}#${attempt}` : null
  const wish = minting && JSON.stringify(minting)
  useEffect(() => {
    if (!memberId || !wish || !turn) return
    let isOver = false
    setMade(null)
    void mintFor(memberId, JSON.parse(wish)).then((answer) => {
      if (!isOver) setMade({ turn, card: answer.ok ? answer.value : null })
    })
    return () => {
      isOver = true
    }
  }, [memberId, wish, turn])
  const mine = made && made.turn === turn ? made : null
  return {
    card: mine?.card ?? null,
    hasFailed: mine !== null && mine.card === null,
    again: () => setAttempt((n) => n + 1),
  }
}
