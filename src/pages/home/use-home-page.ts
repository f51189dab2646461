import type { HomeView } from '@contract/catalogue'
import { shownGroup } from '../../features/home/shown-group'
import { useFresh, useHome } from '../../features/home/use-home'
import { selectGroupId, selectGroupName, useTouch } from '../../features/touch/store'
import { selectMemberId, useSession } from '../../platform/session'

/** How long the page keeps a place for what the group's proof will bring, ms. */
const PROOF_MS = 2500

/** The first screen for this visitor, from this group, and what of it is still on its way. */
export function useHomePage() {
  const memberId = useSession(selectMemberId)
  const groupId = useTouch(selectGroupId)
  const groupName = useTouch(selectGroupName)
  const isProofPending = useTouch((s) => s.receipt === null && s.opening?.mayHaveGroup === true)
  const isFresh = useFresh(PROOF_MS)
  const home = useHome({ memberId, groupId, isProofPending })
  const view: HomeView | null = home.status === 'ready' ? home.value : null
  const proven = groupId === null ? null : { id: groupId, name: groupName }
  const group = shownGroup({ home: view?.group, proven, isProofPending, isFresh })
  // What the group buys comes with the answer for that group: until then its row keeps its place.
  const isGroupAwaited = isProofPending || (proven !== null && view?.group?.id !== proven.id)
  return { home, view, group, areBuysAwaited: isFresh && isGroupAwaited }
}
