import { Shell } from '../../../../features/shell/shell'
import { Loadable } from '../../../../ui/loadable'

export default function OrderPage() {
  return (
    <Shell>
      <Loadable of={{ status: 'loading', reload: async () => undefined }} />
    </Shell>
  )
}
