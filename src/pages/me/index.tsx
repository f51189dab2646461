import { Shell } from '../../features/shell/shell'
import { Loadable } from '../../ui/loadable'

export default function MePage() {
  return (
    <Shell isTab>
      <Loadable of={{ status: 'loading', reload: async () => undefined }} />
    </Shell>
  )
}
