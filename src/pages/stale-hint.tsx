import { useNetwork } from '../platform/network'
import type { Query } from '../platform/use-query'
import { Banner } from '../ui/banner'

/** What is shown was known before, and the shop did not answer just now. The shell says it where there is no network. */
export function StaleHint({ of: query }: { readonly of: Query<unknown> }) {
  const isOnline = useNetwork((s) => s.isOnline)
  if (query.status !== 'ready' || !query.stale || !isOnline) return null
  return (
    <Banner tone="warning" icon="cloud" action={{ text: '再试一次', onTap: () => void query.reload() }}>
      没有连上店里，先看看上次的内容
    </Banner>
  )
}
