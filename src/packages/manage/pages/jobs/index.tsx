import type { JobState } from '@contract/job'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { JobCard } from '../../../../features/manage/jobs/job-card'
import { kindText } from '../../../../features/manage/jobs/words'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Card } from '../../../../ui/card'
import { Chip } from '../../../../ui/chip'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import { useCounted } from '../../use-counted'
import './index.scss'

const TABS: readonly { key: JobState; text: string; empty: string }[] = [
  { key: 'failed', text: '失败', empty: '没有失败的任务' },
  { key: 'due', text: '待执行', empty: '没有等着执行的任务' },
  { key: 'running', text: '执行中', empty: '现在没有在执行的任务' },
  { key: 'done', text: '已完成', empty: '最近两周没有完成的任务' },
]

/** What the shop does by itself: due, done, failed with the reason, tried again by a tap. */
export default function JobsPage() {
  const asked = useRouterParams().state
  const [tab, setTab] = useState(TABS.find((it) => it.key === asked) ?? TABS[0]!)
  const [kind, setKind] = useState<string | null>(null)
  const { pages, counts } = useCounted(useStaffKey(`jobs.${tab.key}.${kind ?? ''}`), (cursor) =>
    call('GET /manage/jobs', { query: { state: tab.key, kind: kind ?? undefined, cursor } }),
  )
  const { first, items } = pages
  const [retried, setRetried] = useState<string | null>(null)
  const { isBusy, run } = useAction(async (id: string) => {
    setRetried(id)
    const answer = await call('POST /manage/jobs/:id/retry', { params: { id } })
    toast(
      answer.ok
        ? '已安排重试'
        : answer.error.code === 'job.finished'
          ? '它已经完成了'
          : errorText(answer.error),
    )
    await first.reload()
  })
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  const failed = (counts ?? []).reduce((sum, it) => sum + it.failed, 0)
  const shown = (counts ?? []).filter((it) => (tab.key === 'running' ? it.due : it[tab.key]) > 0)
  return (
    <Shell className="manage-jobs">
      <Tabs
        items={TABS.map((it) => ({ ...it, count: it.key === 'failed' ? failed : 0 }))}
        active={tab.key}
        onChange={(key) => {
          setTab(TABS.find((it) => it.key === key) ?? TABS[0]!)
          setKind(null)
        }}
        isSticky
      />
      {shown.length > 1 && (
        <Card>
          <View className="manage-jobs__kinds">
            {shown.map((it) => (
              <Chip
                key={it.kind}
                isChosen={it.kind === kind}
                onTap={() => setKind(it.kind === kind ? null : it.kind)}
              >
                {kindText(it.kind)}
                {tab.key !== 'running' && ` ${it[tab.key]}`}
              </Chip>
            ))}
          </View>
        </Card>
      )}
      <Loadable of={first} skeleton={<ListSkeleton />} empty={{ art: 'gear', title: tab.empty }} />
      {items.map((job) => (
        <JobCard
          key={job.id}
          job={job}
          isBusy={isBusy && retried === job.id}
          onRetry={() => void run(job.id)}
        />
      ))}
      {items.length > 0 && <ListEnd of={pages} />}
    </Shell>
  )
}
