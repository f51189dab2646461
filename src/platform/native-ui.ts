/**
 * Pay sheet, address book, chat picker and picture viewer send the app to the background and back. Coming back
 * from them is no opening of the shop, so they are announced here.
 */
let open = 0
let leftAt = 0
/** The show event may come shortly after the call's own answer. */
const GRACE_MS = 1500

/** Runs a call that covers the app with WeChat's own screen. */
export async function underWechat<T>(work: () => Promise<T>): Promise<T> {
  open += 1
  try {
    return await work()
  } finally {
    open -= 1
    leftAt = Date.now()
  }
}

let sharing = false

/** The chat picker has no answer at all: the next show ends it. */
export const noteSharing = (): void => {
  sharing = true
}

/** Whether the show event that just came is only the return from one of WeChat's own screens. */
export function isReturnFromWechat(): boolean {
  const wasSharing = sharing
  sharing = false
  return wasSharing || open > 0 || Date.now() - leftAt < GRACE_MS
}
