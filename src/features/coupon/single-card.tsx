import type { LadderView, RungView } from '@contract/coupon'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { serverNow } from '../../platform/clock'
import { Tag } from '../../ui/tag'
import { Ticket } from '../../ui/ticket'
import type { LadderDeeds } from './ladder-deeds'
import { headline, spokenFor, subline } from './ladder-words'
import { OfferButton } from './offer-button'
import { ShareButton } from './share-button'
import { FEW } from './steps'
import { figureOf } from './ticket-figure'
import { WindowText } from './window-text'
import { capText, kindText, scopeText, thresholdText } from './words'
import './single-card.scss'

interface Props {
  readonly ladder: LadderView
  readonly rung: RungView
  readonly deeds: LadderDeeds
  readonly isBusy: boolean
  readonly lead?: ReactNode
  readonly canShare?: boolean
}

/** A campaign of one step is no staircase: it is drawn as the ticket one will hold. */
export function SingleCard({ ladder, rung, deeds, isBusy, lead, canShare }: Props) {
  const kind = kindText(ladder.kind)
  const isTaken = spokenFor(ladder)?.state === 'claimed'
  const isOpen = ladder.offer.kind !== 'none' || isTaken
  const few = rung.offer !== null && rung.left !== null && rung.left <= FEW ? `剩 ${rung.left} 张` : null
  const about = [ladder.note, scopeText(ladder.scope), capText(rung.off)].filter(Boolean).join(' · ')
  return (
    <View className="single-card">
      {lead}
      <Ticket
        figure={figureOf(rung.off)}
        asks={`${thresholdText(rung.thresholdFen)}${rung.thresholdFen > 0 ? '可用' : ''}`}
        title={
          <>
            {ladder.title}
            {kind && (
              <Tag tone="accent" className="single-card__kind">
                {kind}
              </Tag>
            )}
          </>
        }
        lines={[
          { key: 'about', text: about },
          {
            key: 'state',
            text: (
              <>
                {few && `${few} · `}
                {stateOf(ladder) ?? <WindowText ladder={ladder} onTurn={deeds.onTurn} />}
              </>
            ),
            isUrgent: few !== null,
          },
        ]}
        tone={isOpen ? 'ready' : 'off'}
        action={
          <OfferButton
            ladder={ladder}
            isBusy={isBusy}
            onClaim={() => deeds.onClaim(ladder)}
            onUse={() => deeds.onUse(ladder)}
          />
        }
      />
      {canShare && (
        <View className="single-card__share">
          <ShareButton campaignId={ladder.campaignId} />
        </View>
      )}
    </View>
  )
}

/** What stands in the second line; null where the window says more. */
function stateOf(ladder: LadderView): string | null {
  if (ladder.offer.kind !== 'none') return null
  const words = subline(ladder, serverNow())
  if (words) return words
  return spokenFor(ladder) || ladder.phase === 'not_yet' || ladder.phase === 'ended' ? null : headline(ladder)
}
