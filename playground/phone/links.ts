import type { Moves } from './wx/route'

interface Link {
  readonly openType: string
  readonly url: string
  readonly delta?: unknown
}

/** What a `navigator` does when it is tapped. */
export function watchLinks(router: Moves): void {
  const ways: Record<string, (link: Link) => Promise<void>> = {
    navigate: ({ url }) => router.navigateTo(url),
    redirect: ({ url }) => router.redirectTo(url),
    switchTab: ({ url }) => router.switchTab(url),
    reLaunch: ({ url }) => router.reLaunch(url),
    navigateBack: ({ delta }) => router.navigateBack(Number(delta ?? 1)),
  }
  document.addEventListener('weapp-navigate', (event) => {
    const { detail: link } = event as CustomEvent<Link>
    const go = ways[link.openType]
    if (go) go(link).catch((error: unknown) => console.error(error))
    else console.error(`unknown open-type of navigator: ${link.openType}`)
  })
}
