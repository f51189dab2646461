/**
 * A new `wx.login` may replace the session_key that reads a group's ciphertext. So no login happens between
 * obtaining a ciphertext and sending it: both sides queue here, one after the other.
 */
let tail: Promise<unknown> = Promise.resolve()

/** Runs `work` while nobody else of this queue runs. A `work` must not ask for the lock again. */
export function withLoginLock<T>(work: () => Promise<T>): Promise<T> {
  const turn = tail.then(work, work)
  tail = turn.catch(() => undefined)
  return turn
}
