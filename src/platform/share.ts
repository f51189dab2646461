import type { ShareCard } from '@contract/share'
import Taro, { useDidShow, useReady, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useRef } from 'react'
import { urlOf } from '../routes'
import { assetUrl } from './api-address'
import { noteSharing } from './native-ui'
import { useSession } from './session'

/** What WeChat is told when the visitor shares. */
export interface CardToShare {
  readonly title: string
  /** Full path beginning with /, with its token. */
  readonly path: string
  /** The same query without the path, for Moments. */
  readonly query: string
  /** 5:4; null lets WeChat take a picture of the page. */
  readonly imageUrl: string | null
}

const HOME_CARD: CardToShare = { title: '群里人都在逛的小店', path: urlOf('home'), query: '', imageUrl: null }

/** The minted card as WeChat takes it: pictures below the API's root get their full address. */
export const cardOf = (card: ShareCard): CardToShare => ({
  title: card.title,
  path: card.path,
  query: card.query,
  imageUrl: card.imageUrl && assetUrl(card.imageUrl),
})

/**
 * Shares this page. The card was minted ahead, so WeChat gets its answer at once; until it is there, `fallback`
 * serves (the same page with the token that opened it). Where one page shows several share buttons, each has an
 * id and a `data-card`, and `pick` finds its card by that. The page's config must enable both ways of sharing.
 */
export function useShare(
  card: CardToShare | null,
  fallback: CardToShare = HOME_CARD,
  pick?: (name: string) => CardToShare | null,
): void {
  const latest = useRef({ card: fallback, pick })
  latest.current = { card: card ?? fallback, pick }

  useReady(showShareMenu)
  useDidShow(showShareMenu)
  useShareAppMessage(({ target }) => {
    noteSharing()
    const name = (target as { dataset?: { card?: string } } | undefined)?.dataset?.card
    const picked = name === undefined ? null : latest.current.pick?.(name)
    const { title, path, imageUrl } = picked ?? latest.current.card
    return imageUrl ? { title, path, imageUrl } : { title, path }
  })
  useShareTimeline(() => {
    noteSharing()
    const { title, query, imageUrl } = latest.current.card
    return imageUrl ? { title, query, imageUrl } : { title, query }
  })
}

/** The ticket is asked for in a call of its own: together with other options iOS loses it. */
function showShareMenu(): void {
  if (!useSession.getState().isPossible) return
  Taro.showShareMenu?.({
    withShareTicket: true,
    showShareItems: ['shareAppMessage', 'shareTimeline'],
  }).catch(() => undefined)
}
