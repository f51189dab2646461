import { selectMemberId, useSession } from '../../platform/session'

/** Names a query of the staff member who holds the phone, so that nobody sees a colleague's figures after a switch. */
export function useStaffKey(name: string): string {
  const memberId = useSession(selectMemberId)
  return `staff.${memberId ?? ''}.${name}`
}
