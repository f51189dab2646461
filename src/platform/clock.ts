let offsetMs = 0

/** The shop's time in ms since 1970: this phone's clock, put right by what the server last said. */
export const serverNow = (): number => Date.now() + offsetMs

/** Takes the server's time from an answer; half the way there and back is laid to each direction. */
export function noteServerTime(serverTime: number, sentAt: number, receivedAt: number): void {
  offsetMs = serverTime - (sentAt + receivedAt) / 2
}
