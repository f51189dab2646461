import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import { BLOCK_MEANS, BLOCK_REASONS } from '../../../../features/manage/blacklist/block'
import { SuspectCard } from '../../../../features/manage/suspects/suspect-card'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import './index.scss'
import { Rules } from './rules'
import { useDeed } from './use-deed'

const TABS = [
  { key: 'open', text: '可疑', empty: '没有可疑的打开' },
  { key: 'cleared', text: '已解除', empty: '还没有解除过' },
  { key: 'rules', text: '规则', empty: '' },
] as const

/** Traffic set apart, with the rule that fired; what counts as suspect is here as well. */
export default function SuspectsPage() {
  const [tab, setTab] = useState<(typeof TABS)[number]>(TABS[0])
  const cleared = tab.key === 'cleared'
  const pages = usePages(useStaffKey(`manage.suspects.${cleared}`), (cursor) =>
    call('GET /manage/suspects', { query: { cleared, cursor } }),
  )
  const { first, items } = pages
  const { deed, refusal, isBusy, run, begin, close } = useDeed(first.reload)
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  const bar = (
    <Button kind="line" isBlock onTap={() => go('manageBlacklist')} className="suspects__blacklist">
      黑名单
    </Button>
  )
  return (
    <Shell className="suspects" bar={bar}>
      <Tabs
        items={[...TABS]}
        active={tab.key}
        onChange={(key) => setTab(TABS.find((it) => it.key === key) ?? TABS[0])}
        isSticky
      />
      {tab.key === 'rules' ? (
        <Rules />
      ) : (
        <>
          <Loadable
            of={first}
            skeleton={<ListSkeleton />}
            empty={{ art: 'shield', title: tab.empty, text: '可疑的打开会单独放在这里，不算业绩，也不删除' }}
          />
          {items.map((row) => (
            <SuspectCard
              key={row.id}
              row={row}
              onClear={() => begin({ row, what: 'clear' })}
              onBlock={() => begin({ row, what: 'block' })}
            />
          ))}
          {items.length > 0 && <ListEnd of={pages} />}
        </>
      )}
      {deed && (
        <ReasonSheet
          title={deed.what === 'clear' ? '解除可疑标记' : `拉黑${deed.row.maskedName}`}
          yes={deed.what === 'clear' ? '解除' : '拉黑'}
          often={deed.what === 'clear' ? ['核实过，是真人', '活动时大家都在点'] : BLOCK_REASONS}
          refusal={refusal}
          isBusy={isBusy}
          onGive={(reason) => void run(deed, reason)}
          onClose={close}
        >
          {deed.what === 'clear'
            ? '这些打开重新算数，但只管以后的订单。以前的订单要改，去「归属更正」。'
            : BLOCK_MEANS}
        </ReasonSheet>
      )}
    </Shell>
  )
}
