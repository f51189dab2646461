import { writtenFileUrl } from './files'

const FILES = '/weapp/files/'

let builtInApi = ''

/** The API's address as built into the mini-program: whatever goes there is sent through our own origin instead. */
export function setBuiltInApi(url: string): void {
  builtInApi = url.replace(/\/+$/, '')
}

/** The full address of something below the API's root, such as a picture. */
export const apiUrl = (path: string): string => builtInApi + path

/** Where the browser reads what the app calls `url`: the API, a file of the package, or another place as it is. */
export function fileUrl(url: string): string {
  const written = writtenFileUrl(url)
  if (written) return written
  const remote = remoteUrl(url)
  if (remote !== url || /^(https?:|data:|blob:|wxfile:|\/\/)/.test(url)) return remote
  return FILES + url.replace(/^\.?\//, '')
}

/** The API and the simulator through our own origin; everything else as it is. */
export function remoteUrl(url: string): string {
  if (builtInApi && (url === builtInApi || url.startsWith(`${builtInApi}/`))) {
    return `/api${url.slice(builtInApi.length)}`
  }
  return url
}
