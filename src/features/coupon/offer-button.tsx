import type { LadderView } from '@contract/coupon'
import { Button } from '../../ui/button'
import { closedText, spokenFor } from './ladder-words'

interface Props {
  readonly ladder: LadderView
  readonly isBusy: boolean
  readonly onClaim: () => void
  readonly onUse?: () => void
}

/** Equally wide in every state, so that nothing moves under the finger: 领取 · 升级 · 去使用, or why not. */
export function OfferButton({ ladder, isBusy, onClaim, onUse }: Props) {
  const { offer } = ladder
  if (offer.kind !== 'none') {
    return (
      <Button size="small" className="offer-button offer-button--take" isLoading={isBusy} onTap={onClaim}>
        {isBusy ? '' : offer.kind === 'claim' ? '领取' : '升级'}
      </Button>
    )
  }
  const mine = spokenFor(ladder)
  if (mine?.state === 'claimed' && onUse) {
    return (
      <Button kind="tint" size="small" className="offer-button offer-button--use" onTap={onUse}>
        去使用
      </Button>
    )
  }
  const word =
    mine?.state === 'reserved'
      ? '占用中'
      : mine?.state === 'used'
        ? '已使用'
        : mine?.state === 'expired'
          ? '已过期'
          : closedText(offer.refusal)
  return (
    <Button size="small" className="offer-button offer-button--closed" isDisabled>
      {word}
    </Button>
  )
}
