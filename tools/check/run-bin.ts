import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface BinOutcome {
  readonly code: number
  readonly output: string
}

const require = createRequire(__filename)

/** The JavaScript file behind a package's command, so that no shell and no `.cmd` shim is needed on any system. */
export function binOf(packageName: string, command: string): string {
  const manifestPath = manifestOf(packageName)
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { bin?: string | Record<string, string> }
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command]
  if (!bin) throw new Error(`${packageName} has no command ${command}`)
  return join(dirname(manifestPath), bin)
}

/** Runs a package's command with Node and gathers what it prints, both streams in order of arrival. */
export function runBin(
  bin: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BinOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...env },
    })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8').trim() }),
    )
  })
}

/** Packages may hide package.json behind `exports`, so it is looked for on the search path instead. */
function manifestOf(packageName: string): string {
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const manifest = join(folder, packageName, 'package.json')
    try {
      readFileSync(manifest)
      return manifest
    } catch {}
  }
  throw new Error(`${packageName} is not installed: run npm ci`)
}
