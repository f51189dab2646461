import type { BlockRow, FoundMember } from '@contract/trust'
import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import { BLOCK_MEANS, BLOCK_REASONS, blockRefusal } from '../../../../features/manage/blacklist/block'
import { BlockCard } from '../../../../features/manage/blacklist/block-card'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { toast } from '../../../../platform/feedback'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Loadable } from '../../../../ui/loadable'
import { FindField } from '../../find-field'
import { Found } from './found'
import './index.scss'

type Deed = { readonly block: FoundMember } | { readonly end: BlockRow }

/** Who is kept out and why; found, blocked and let in again here. */
export default function BlacklistPage() {
  const [search, setSearch] = useState('')
  const [deed, setDeed] = useState<Deed | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const pages = usePages(useStaffKey('manage.blocks'), (cursor) =>
    call('GET /manage/blocks', { query: { cursor } }),
  )
  const { first, items } = pages
  const { isBusy, run } = useAction(async (what: Deed, reason: string) => {
    const answer =
      'block' in what
        ? await call('POST /manage/blocks', { body: { memberId: what.block.memberId, reason } })
        : await call('POST /manage/blocks/:id/end', { params: { id: what.end.id }, body: { reason } })
    if (!answer.ok) return setRefusal(blockRefusal(answer.error))
    setDeed(null)
    setSearch('')
    toast('block' in what ? '已拉黑' : '已移出', 'done')
    await first.reload()
  })
  const begin = (what: Deed) => {
    setRefusal(null)
    setDeed(what)
  }
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  return (
    <Shell className="blacklist">
      <FindField value={search} placeholder="找顾客：订单号、手机尾号或称呼" onFind={setSearch} />
      {search.length > 1 ? (
        <Found q={search} onBlock={(block) => begin({ block })} />
      ) : (
        <>
          <Loadable
            of={first}
            skeleton={<ListSkeleton rows={2} />}
            empty={{ art: 'shield', title: '黑名单是空的', text: '要拉黑谁，先在上面找到他' }}
          />
          {items.map((row) => (
            <BlockCard key={row.id} row={row} onEnd={() => begin({ end: row })} />
          ))}
          {items.length > 0 && <ListEnd of={pages} />}
        </>
      )}
      {deed && (
        <ReasonSheet
          title={'block' in deed ? `拉黑${deed.block.maskedName}` : `把${deed.end.maskedName}移出黑名单`}
          yes={'block' in deed ? '拉黑' : '移出'}
          often={'block' in deed ? BLOCK_REASONS : ['说清楚了', '拉错了人']}
          refusal={refusal}
          isBusy={isBusy}
          onGive={(reason) => void run(deed, reason)}
          onClose={() => setDeed(null)}
        >
          {'block' in deed ? BLOCK_MEANS : '之后可以照常登录和下单。'}
        </ReasonSheet>
      )}
    </Shell>
  )
}
