import { useState } from 'react'
import { Shell } from '../../../../features/shell/shell'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { Claims } from './claims'
import { Groups } from './groups'
import './index.scss'

/** Every group the shop was opened from with who looks after it, and the conflicts to decide. */
export default function GroupsPage() {
  const asked = useRouterParams()
  const [tab, setTab] = useState(asked.tab === 'claims' ? 'claims' : 'groups')
  const groups = useQuery('manage.groups', () => call('GET /manage/groups'), {
    isEmpty: ({ items }) => items.length === 0,
  })
  const claims = useQuery(useStaffKey('manage.claims'), () => call('GET /manage/group-claims'), {
    isEmpty: ({ items }) => items.length === 0,
  })
  const reload = () => Promise.all([groups.reload(), claims.reload()])
  usePageShow(() => void reload())
  usePullDown(reload)
  if (isStranger(groups)) {
    return (
      <Shell>
        <Loadable of={groups} failed={STRANGER} />
      </Shell>
    )
  }
  const open =
    claims.status === 'ready' ? claims.value.items.filter(({ state }) => state === 'open').length : 0
  return (
    <Shell className="groups">
      <Tabs
        items={[
          { key: 'groups', text: '全部群' },
          { key: 'claims', text: '冲突', count: open },
        ]}
        active={tab}
        onChange={setTab}
        isSticky
      />
      {tab === 'groups' ? (
        <>
          <Loadable
            of={groups}
            skeleton={<ListSkeleton />}
            empty={{ art: 'group', title: '还没有人从群里打开过小店', text: '把小店的卡片发到群里就有了' }}
          />
          {groups.status === 'ready' && (
            <Groups rows={groups.value.items} ownerId={asked.staffId ?? null} onChanged={reload} />
          )}
        </>
      ) : (
        <>
          <Loadable
            of={claims}
            skeleton={<ListSkeleton rows={2} />}
            empty={{ art: 'group', title: '没有要裁决的冲突', text: '两位同事都说是自己的群时，在这里决定' }}
          />
          {claims.status === 'ready' && <Claims rows={claims.value.items} onDecided={reload} />}
        </>
      )}
    </Shell>
  )
}
