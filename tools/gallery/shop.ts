import { createServer } from 'node:net'
import { join } from 'node:path'
import { readSettings } from '../start/settings'
import { openStreet } from '../start/street'

export interface GalleryShop {
  readonly apiUrl: string
  readonly simulatorUrl: string
  close(): Promise<void>
}

/** The seeded demo shop on free ports, with a data folder of its own: pictures must not depend on what a tester did. */
export async function openGalleryShop(root: string): Promise<GalleryShop> {
  const [port, simulatorPort, playgroundPort] = [await freePort(), await freePort(), await freePort()]
  const faults: string[] = []
  const settings = readSettings(
    {
      ...process.env,
      DATABASE_URL: undefined,
      WECHAT_SIMULATED: '1',
      DATA_DIR: join(root, '.cache', 'gallery-shop'),
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      PLAYGROUND_PORT: String(playgroundPort),
    },
    root,
    faults,
  )
  if (!settings || faults.length > 0) throw new Error(faults.join('; '))
  const street = openStreet(settings, root, (_, sentence) => console.error(sentence))
  try {
    await street.startSimulator()
    await street.startServer()
    await street.seedIfEmpty()
  } catch (error) {
    await street.stop()
    throw error
  }
  return { apiUrl: settings.apiUrl, simulatorUrl: settings.simulatorUrl, close: () => street.stop() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
