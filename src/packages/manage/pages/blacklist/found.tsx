import type { FoundMember } from '@contract/trust'
import { FoundCard } from '../../../../features/manage/blacklist/found-card'
import { ListSkeleton } from '../../../../features/staff/skeleton/list-skeleton'
import { useStaffKey } from '../../../../features/staff/use-staff-key'
import { call } from '../../../../platform/request'
import { useQuery } from '../../../../platform/use-query'
import { Loadable } from '../../../../ui/loadable'

interface Props {
  readonly q: string
  readonly onBlock: (member: FoundMember) => void
}

/** Customers that were looked for. */
export function Found({ q, onBlock }: Props) {
  const found = useQuery(
    useStaffKey(`manage.found.${q}`),
    () => call('GET /manage/members', { query: { q } }),
    { isEmpty: ({ items }) => items.length === 0 },
  )
  return (
    <>
      <Loadable
        of={found}
        skeleton={<ListSkeleton rows={2} />}
        empty={{ art: 'search', title: `没有找到「${q}」`, text: '试试完整的订单号，或手机号后四位' }}
      />
      {found.status === 'ready' &&
        found.value.items.map((member) => (
          <FoundCard key={member.memberId} member={member} onBlock={() => onBlock(member)} />
        ))}
    </>
  )
}
