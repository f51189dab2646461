import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mendLinks } from '../../../../server/platform/embedded/binaries'
import { canTraverse } from '../../../../server/platform/embedded/run-as'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qundian-binaries-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the programs of an npm package whose install script was skipped', () => {
  it('get their library links and may be executed', () => {
    const native = join(folder, 'native')
    mkdirSync(join(native, 'bin'), { recursive: true })
    mkdirSync(join(native, 'lib'))
    for (const name of ['initdb', 'postgres', 'pg_ctl'])
      writeFileSync(join(native, 'bin', name), '', { mode: 0o644 })
    writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'the library')
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))

    mendLinks(native)
    mendLinks(native)

    expect(readFileSync(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('the library')
    expect(statSync(join(native, 'bin', 'postgres')).mode & 0o111).toBe(0o111)
  })
})

describe('canTraverse', () => {
  const somebody = { uid: 54_321, gid: 54_321 }

  it('sees a closed folder anywhere above', () => {
    const inner = join(folder, 'open', 'inner')
    mkdirSync(inner, { recursive: true, mode: 0o755 })

    chmodSync(folder, 0o755)
    expect(canTraverse(inner, somebody)).toBe(true)

    chmodSync(folder, 0o700)
    expect(canTraverse(inner, somebody)).toBe(false)
    expect(canTraverse(inner, { uid: process.getuid?.() ?? 0, gid: 54_321 })).toBe(true)
  })
})
