import { Shell } from '../../features/shell/shell'
import { Loadable } from '../../ui/loadable'

export default function CartPage() {
  return (
    <Shell isTab>
      <Loadable of={{ status: 'loading', reload: async () => undefined }} />
    </Shell>
  )
}
