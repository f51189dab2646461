import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}

/** Where Node would look for `name` from `folder`: beside it, then in each folder above. */
function placesOf(name: string, folder: string): string[] {
  const above = folder.includes('/node_modules/')
    ? placesOf(name, folder.slice(0, folder.lastIndexOf('/node_modules/')))
    : [`node_modules/${name}`]
  return folder === '' ? above : [`${folder}/node_modules/${name}`, ...above]
}

describe('the lock of packages', () => {
  it("names a package for every tester's platform, so that npm ci takes it on macOS, Windows and Linux", () => {
    const missing = Object.entries(lock.packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesOf(name, folder).some((place) => place in lock.packages))
        .map((name) => `${folder} wants ${name}`),
    )

    expect(missing).toEqual([])
  })

  it('speaks of no download address, so that it installs from whatever registry a machine uses', () => {
    const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.startsWith('http'))

    expect(addressed).toEqual([])
  })
})
