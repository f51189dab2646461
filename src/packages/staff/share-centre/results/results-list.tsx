import type { ShareResult } from '@contract/staff'
import { View } from '@tarojs/components'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import type { Pages } from '../../../../features/staff/use-pages'
import { errorText } from '../../../../platform/error-text'
import { confirm, toast } from '../../../../platform/feedback'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Loadable } from '../../../../ui/loadable'
import { forgetMinted } from '../mint'
import { ShareRow } from './share-row'

interface Props {
  readonly shares: Pages<ShareResult>
  readonly onCode: (share: ShareResult) => void
  readonly onPick: () => void
}

/** What each of my shares brought; one that went astray can be taken back. */
export function ResultsList({ shares, onCode, onPick }: Props) {
  const { first, items } = shares
  const { run } = useAction(async ({ token, title }: ShareResult) => {
    const isSure = await confirm({
      title: `撤回「${title}」这次分享`,
      text: '页面还能打开，但之后再打开不记在你名下。已经带来的订单不变，撤回后不能恢复。',
      yes: '撤回',
    })
    if (!isSure) return
    const answer = await call('POST /staff/shares/:token/revoke', { params: { token } })
    if (!answer.ok) return toast(errorText(answer.error))
    forgetMinted(token)
    toast('已撤回', 'done')
    await first.reload()
  })
  return (
    <>
      {items.length > 0 && (
        <View className="staff-page__note">在商品页分享也记在这里，顾客转发带来的也算</View>
      )}
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{
          art: 'share',
          title: '还没有人打开过你的分享',
          text: '有人打开以后，这里写着它带来了什么',
          action: { text: '挑一件商品', onTap: onPick },
        }}
      />
      {items.map((share) => (
        <ShareRow
          key={share.token}
          share={share}
          onCode={() => onCode(share)}
          onRevoke={() => void run(share)}
        />
      ))}
      {items.length > 0 && <ListEnd of={shares} />}
    </>
  )
}
