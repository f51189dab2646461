import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { AuditLine } from '../../../../features/manage/audit/audit-line'
import { AUDIT_TABS, placeOf } from '../../../../features/manage/audit/words'
import { StaffSheet } from '../../../../features/manage/team/staff-sheet'
import { useTeam } from '../../../../features/manage/team/use-team'
import { Shell } from '../../../../features/shell/shell'
import { ListEnd } from '../../../../features/staff/list-end'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { isStranger, STRANGER } from '../../../../features/staff/stranger'
import { usePages } from '../../../../features/staff/use-pages'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { go } from '../../../../platform/navigate'
import { usePageShow, usePullDown, useRouterParams } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { Card } from '../../../../ui/card'
import { Chip } from '../../../../ui/chip'
import { Loadable } from '../../../../ui/loadable'
import { Tabs } from '../../../../ui/tabs'
import './index.scss'

/** Who did what to rights, credit or people: newest first, never edited. */
export default function AuditPage() {
  const asked = useRouterParams()
  const [about, setAbout] = useState(asked.action ?? '')
  const [actor, setActor] = useState<string | null>(asked.actorStaffId ?? null)
  const [day, setDay] = useState<string | null>(null)
  const [isPicking, setPicking] = useState(false)
  const team = useTeam()
  const people = team.status === 'ready' ? team.value.items.filter(({ state }) => state !== 'invited') : []
  const pages = usePages(useStaffKey(`manage.audits.${about}.${actor}.${day}`), (cursor) =>
    call('GET /manage/audits', {
      query: {
        action: about || undefined,
        actorStaffId: actor ?? undefined,
        from: day ?? undefined,
        to: day ?? undefined,
        subject: asked.subject,
        cursor,
      },
    }),
  )
  const { first, items } = pages
  usePageShow(() => void first.reload())
  usePullDown(first.reload)
  if (isStranger(first)) {
    return (
      <Shell>
        <Loadable of={first} failed={STRANGER} />
      </Shell>
    )
  }
  const actorName = people.find(({ staffId }) => staffId === actor)?.name ?? asked.name ?? '这位同事'
  return (
    <Shell className="audit">
      <Tabs items={[...AUDIT_TABS]} active={about} onChange={setAbout} isSticky />
      <View className="audit__filters">
        <Chip isChosen={actor !== null} onTap={() => (actor === null ? setPicking(true) : setActor(null))}>
          {actor === null ? '谁做的' : `${actorName} ×`}
        </Chip>
        {day === null ? (
          <Picker mode="date" value="" onChange={({ detail }) => setDay(detail.value)}>
            <Chip>哪一天</Chip>
          </Picker>
        ) : (
          <Chip isChosen onTap={() => setDay(null)}>
            {day} ×
          </Chip>
        )}
      </View>
      <Loadable
        of={first}
        skeleton={<ListSkeleton />}
        empty={{ art: 'clock', title: '没有这样的记录', text: '换个条件看看' }}
      />
      {items.length > 0 && (
        <>
          <Card isFlush>
            {items.map((row) => {
              const place = placeOf(row.action, row.subject)
              return (
                <AuditLine
                  key={row.id}
                  row={row}
                  onOpen={place ? () => go(place.route, place.query) : undefined}
                />
              )
            })}
          </Card>
          <ListEnd of={pages} />
        </>
      )}
      {isPicking && (
        <StaffSheet
          title="谁做的"
          people={people}
          onChoose={(staffId) => {
            setPicking(false)
            setActor(staffId)
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Shell>
  )
}
