import { Shell } from '../../../../features/shell/shell'
import { Loadable } from '../../../../ui/loadable'

export default function StaffOrdersPage() {
  return (
    <Shell>
      <Loadable of={{ status: 'loading', reload: async () => undefined }} />
    </Shell>
  )
}
