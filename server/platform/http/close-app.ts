import type { FastifyInstance } from 'fastify'

const PATIENCE_MS = 10_000

/**
 * Closes the API after the requests under way. A connection whose last request ended while closing had begun would be
 * kept for its keep-alive time; it is closed as soon as it is idle, and everything after ten seconds.
 */
export async function closeApp(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  const all = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(all)
  }
}
