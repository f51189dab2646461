import type { World } from '../world'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** WeChat Pay's waits after a try that was not answered 200 or 204: 15 of them, about 24 hours. */
const RETRY_MS = [
  ...[15, 15, 30].map((n) => n * SECOND),
  ...[3, 10, 20, 30, 30, 30, 60].map((n) => n * MINUTE),
  ...[3, 3, 3, 6, 6].map((n) => n * HOUR),
]

/** How long to wait after the n-th failed try (1 is the first), or null to give up. */
export function waitAfter(world: World, attempt: number): number | null {
  const { retryMs } = world.state
  if (retryMs !== null) return retryMs[attempt - 1] ?? null
  const ms = RETRY_MS[attempt - 1]
  return ms === undefined ? null : ms / world.timeScale
}
