import { Button } from '../../ui/button'

/** Hands this campaign's own card to WeChat; its page mints the card ahead. */
export function ShareButton({ campaignId }: { readonly campaignId: string }) {
  return (
    <Button
      kind="line"
      size="small"
      icon="share"
      className="share-button"
      openType="share"
      native={{ 'data-card': campaignId }}
    >
      分享
    </Button>
  )
}
