/** The shop's API, without a trailing slash. */
export const API: string = __API__

/** Where a picture is read: `/assets/…` comes with the package, any other path stands below the API's root. */
export function assetUrl(path: string): string {
  return path.startsWith('/') && !path.startsWith('/assets/') ? `${API}${path}` : path
}
