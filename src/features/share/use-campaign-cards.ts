import { useEffect } from 'react'
import { useSession } from '../../platform/session'
import { type CardToShare, cardOf } from '../../platform/share'
import { mint, mintedCard, shareKey } from './mint'

/** As many as one looks through; the rest is minted once it stands among them. */
const MOST = 10

/** Cards for the share buttons of campaigns, minted ahead; answers how `useShareCard` picks one by its name. */
export function useCampaignCards(
  campaignIds: readonly string[],
  isOn: boolean,
): (campaignId: string) => CardToShare | null {
  const memberId = useSession((s) => s.session?.memberId ?? '')
  const wanted = isOn && memberId ? campaignIds.slice(0, MOST).join() : ''
  useEffect(() => {
    for (const campaignId of wanted.split(',').filter(Boolean)) {
      const subject = { kind: 'campaign' as const, campaignId }
      void mint(shareKey(memberId, subject), subject)
    }
  }, [wanted, memberId])
  return (campaignId) => {
    const card = mintedCard(shareKey(memberId, { kind: 'campaign', campaignId }))
    return card && cardOf(card)
  }
}
