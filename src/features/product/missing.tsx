import { StateView } from '../../ui/state-view'

/** A link that leads nowhere: an old card, or an id nobody knows. */
export function MissingProduct({ onHome }: { readonly onHome?: () => void }) {
  return (
    <StateView
      art="search"
      title="没有找到这件商品"
      text="它可能已经下架，或者链接不完整"
      action={onHome && { text: '去店里看看', onTap: onHome }}
    />
  )
}
