import { join } from 'node:path'
import { build } from 'esbuild'

const ROOM = join(__dirname, '..')

/** The browser's half of the playground, put together when it is asked for; nothing is written to disk. */
export async function bundle(entry: 'phone' | 'desk'): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOM, entry, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    sourcemap: 'inline',
    // glass-easel asks for `process` before it believes that this is production.
    banner: { js: 'var process = { env: { NODE_ENV: "production" } };' },
    legalComments: 'none',
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}
