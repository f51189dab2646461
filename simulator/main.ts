import { buildSimulator } from './app'
import { readOptions } from './options'

async function start(): Promise<void> {
  const options = readOptions(process.env)
  const app = buildSimulator(options)
  const end = () => {
    void app.close().then(() => process.exit(0))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  // Loopback only, never configurable: nobody else may mistake this for WeChat.
  const address = await app.listen({ host: '127.0.0.1', port: options.port })
  console.log(`simulator of WeChat's servers: ${address}`)
}

start().catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  const port = process.env.SIMULATOR_PORT ?? '8788'
  const sentence = error instanceof Error ? error.message : String(error)
  console.error(isTaken ? `The simulator cannot start: port ${port} is taken (SIMULATOR_PORT).` : sentence)
  process.exit(1)
})
