import type { RouteName } from '../../routes'
import type { IconName } from '../../ui/icon'

interface ManageEntry {
  readonly route: RouteName
  readonly icon: IconName
  readonly title: string
  readonly note: string
}

/** What a manager (店长) can do, by what it is about. A new page of this package adds its line here. */
export const ENTRIES: readonly { readonly about: string; readonly entries: readonly ManageEntry[] }[] = []
