import type { LadderView } from '@contract/coupon'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { serverNow } from '../../platform/clock'
import { cls } from '../../ui/cls'
import { ProgressBar } from '../../ui/progress-bar'
import { Staircase } from '../../ui/staircase'
import { Tag } from '../../ui/tag'
import type { LadderDeeds } from './ladder-deeds'
import { headline, nextRung, subline, wayTo } from './ladder-words'
import { OfferButton } from './offer-button'
import { ShareButton } from './share-button'
import { SingleCard } from './single-card'
import { stepsOf } from './steps'
import { WindowText } from './window-text'
import { capText, kindText, scopeText } from './words'
import './ladder-card.scss'

interface Props {
  readonly ladder: LadderView
  readonly deeds: LadderDeeds
  readonly isBusy: boolean
  /** Of the last twelve months, where it is known: how far the way to the next step is. */
  readonly spentFen?: number | null
  /** Above all: what the card that opened the shop says. */
  readonly lead?: ReactNode
  readonly canShare?: boolean
}

/** A campaign: its whole ladder as a staircase, where I stand, what comes next, and the one thing to do. */
export function LadderCard(props: Props) {
  const [only, ...others] = props.ladder.rungs
  return only && others.length === 0 ? <SingleCard {...props} rung={only} /> : <Stairs {...props} />
}

function Stairs({ ladder, deeds, isBusy, spentFen = null, lead, canShare }: Props) {
  const kind = kindText(ladder.kind)
  const way = wayTo(nextRung(ladder), spentFen)
  const caps = ladder.rungs.map(({ off }) => capText(off)).filter(Boolean)
  const isOver = ladder.phase === 'ended'
  return (
    <View className={cls('ladder-card', isOver && 'ladder-card--over')}>
      {lead && <View className="ladder-card__lead">{lead}</View>}
      <View className="ladder-card__head">
        <View className="ladder-card__words">
          <View className="ladder-card__title">
            {ladder.title}
            {kind && (
              <Tag tone="accent" className="ladder-card__kind">
                {kind}
              </Tag>
            )}
          </View>
          <View className="ladder-card__scope">
            {[ladder.note, scopeText(ladder.scope), caps.at(-1)].filter(Boolean).join(' · ')}
          </View>
        </View>
        {canShare && <ShareButton campaignId={ladder.campaignId} />}
      </View>
      <View className="ladder-card__stairs">
        <Staircase steps={stepsOf(ladder)} />
      </View>
      <View className="ladder-card__foot">
        <View className="ladder-card__says">
          <View className="ladder-card__headline">{headline(ladder)}</View>
          <View className="ladder-card__subline">
            {subline(ladder, serverNow()) ?? <WindowText ladder={ladder} onTurn={deeds.onTurn} />}
          </View>
        </View>
        <OfferButton
          ladder={ladder}
          isBusy={isBusy}
          onClaim={() => deeds.onClaim(ladder)}
          onUse={() => deeds.onUse(ladder)}
        />
      </View>
      {way !== null && way > 0 && (
        <View className="ladder-card__way">
          <ProgressBar value={way} />
        </View>
      )}
    </View>
  )
}
