import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildPlayground } from './app'

/** Starts the playground alone, beside a shop that runs already: `npx tsx playground/main.ts`. */
async function start(): Promise<void> {
  const weappDir = resolve(__dirname, '..', 'dist', 'weapp')
  if (!existsSync(resolve(weappDir, 'app.json'))) {
    throw new Error('dist/weapp is not built: run npm run build:weapp first')
  }
  const app = await buildPlayground({
    weappDir,
    apiUrl: process.env.PLAYGROUND_API || 'http://127.0.0.1:8787',
    simulatorUrl: process.env.PLAYGROUND_SIMULATOR || 'http://127.0.0.1:8788',
    builtInApi: process.env.TARO_APP_API || 'http://127.0.0.1:8787',
    demoData: resolve(__dirname, '..', 'demo', 'data'),
  })
  const port = Number(process.env.PLAYGROUND_PORT || 8789)
  console.log(`playground: ${await app.listen({ port, host: '127.0.0.1' })}`)
  const leave = () => void app.close().then(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, leave)
  // Windows knows no signal that asks: `npm start` asks over the channel it opened.
  process.once('message', leave)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
