import { useRouterParams } from '../../../../platform/page'
import { EditScreen } from './edit-screen'
import { ListScreen } from './list-screen'

/**
 * Kept addresses. `pick`: a tap chooses one for the order being placed and goes back. `edit`: the form, for `new`
 * or for an address's id.
 */
export default function AddressesPage() {
  const { edit, pick } = useRouterParams()
  const isPicking = Boolean(pick)
  return edit ? (
    <EditScreen id={edit === 'new' ? null : edit} isPicking={isPicking} />
  ) : (
    <ListScreen isPicking={isPicking} />
  )
}
