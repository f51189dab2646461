import { Shell } from '../../features/shell/shell'
import { Loadable } from '../../ui/loadable'

export default function CouponsPage() {
  return (
    <Shell isTab>
      <Loadable of={{ status: 'loading', reload: async () => undefined }} />
    </Shell>
  )
}
