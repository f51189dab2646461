import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Embedded, startEmbedded } from '../../server/platform/embedded-postgres'
import { aRow, fileOf } from '../support/server/catalogue-file'

const ROOT = join(__dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'qundian-cli-'))
const dataDir = join(folder, 'data')
let running: Embedded | undefined

// A shop that runs already, as beside `npm start`: the commands share its database.
beforeAll(async () => {
  running = await startEmbedded({ dataDir, fast: true })
})
afterAll(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** `npm run shop -- …`, without npm's own words. */
function shop(line: readonly string[], dir = dataDir): Promise<Outcome> {
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dir }
  const child = spawn(process.execPath, ['--import', tsx, join(ROOT, 'tools', 'shop.ts'), ...line], {
    cwd: ROOT,
    env,
  })
  let [out, error] = ['', '']
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes
  })
  child.stderr.on('data', (bytes: Buffer) => {
    error += bytes
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, error })))
}

const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('npm run shop', () => {
  it('lists its commands', async () => {
    const { code, out } = await shop(['help'])

    expect(code).toBe(0)
    expect(out).toContain('import products FILE.csv [--pictures DIR] [--keep-stock]')
    expect(out).toContain('export products [FILE.csv]')
  })

  it('imports the demo shop with its pictures, and exports the very same file', async () => {
    const demo = join(ROOT, 'demo', 'data', 'products.csv')
    const exported = join(folder, 'exported.csv')

    const imported = await shop(['import', 'products', demo, '--pictures', join(ROOT, 'demo', 'pictures')])
    const wrote = await shop(['export', 'products', exported])

    expect(imported).toMatchObject({ code: 0, error: '' })
    expect(imported.out).toMatch(/products: \d+ added, 0 updated · SKUs: \d+ added, 0 updated/)
    expect(existsSync(join(dataDir, 'pictures', 'products', 'fuji-apple.webp'))).toBe(true)
    expect(existsSync(join(dataDir, 'pictures', 'products', 'fuji-apple@360.webp'))).toBe(true)
    expect(wrote.code).toBe(0)
    expect(readFileSync(exported, 'utf8')).toBe(readFileSync(demo, 'utf8'))
  })

  it('names every fault by file, line and column, changes nothing and ends with 1', async () => {
    const before = await shop(['export', 'products'])
    const rows = [aRow(), aRow({ product_code: 'pear', sku_code: 'pear-1', price_yuan: '9', stock: '-1' })]
    const file = write('bad.csv', fileOf(...rows))

    const { code, out } = await shop(['import', 'products', file])

    expect(code).toBe(1)
    expect(out.split('\n').slice(0, 3)).toEqual([
      `${file}:3 price_yuan: "9" must be 0.01–999999.99 with two decimals`,
      `${file}:3 stock: "-1" must be a whole number from 0 to 9999999`,
      `2 faults in ${file}; nothing was changed.`,
    ])
    expect(await shop(['export', 'products'])).toEqual(before)
  })

  it('says the first fifty faults and how many more there are', async () => {
    const rows = Array.from({ length: 70 }, (_, n) =>
      aRow({ product_code: `p-${n}`, sku_code: `s-${n}`, stock: 'x' }),
    )

    const { out } = await shop(['check', 'products', write('many.csv', fileOf(...rows))])

    expect(out.split('\n').slice(50, 52)).toEqual([
      '… and 20 more',
      expect.stringMatching(/^70 faults in .*many\.csv; nothing was changed\.$/),
    ])
  })

  it('refuses a catalogue whose pictures are not in the folder that was given', async () => {
    const pictures = join(folder, 'pictures')
    mkdirSync(pictures, { recursive: true })
    const file = write('pictureless.csv', fileOf(aRow({ images: 'nowhere/x.webp' })))

    const { code, out } = await shop(['import', 'products', file, '--pictures', pictures])

    expect(code).toBe(1)
    expect(out).toContain(`${file}:2 images: there is no nowhere/x.webp in ${pictures}`)
  })

  it('starts the database itself where no shop is running, and leaves none behind', async () => {
    const alone = join(folder, 'alone')
    const file = fileOf(aRow({ images: 'products/not-drawn-yet.webp' }))

    const imported = await shop(['import', 'products', write('one.csv', file)], alone)
    const exported = await shop(['export', 'products'], alone)

    expect(imported).toMatchObject({ code: 0 })
    expect(imported.out).toContain('pictures are not in the shop')
    expect(exported.out).toBe(file)
    expect(existsSync(join(alone, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it.each([
    [['open', 'sesame'], 'There is no command "open sesame"'],
    [['import', 'products'], 'Something is missing'],
    [['import', 'products', 'a.csv', 'b.csv'], '"b.csv" is one too many'],
    [['import', 'products', 'a.csv', '--force'], "Unknown option '--force'"],
  ])('does not understand %j, says why and how, and ends with 2', async (line, sentence) => {
    const { code, error } = await shop(line)

    expect(code).toBe(2)
    expect(error).toContain(sentence)
  })

  it('says in one sentence that a file can’t be read', async () => {
    const { code, error } = await shop(['import', 'products', join(folder, 'nowhere.csv')])

    expect(code).toBe(1)
    expect(error).toMatch(/^ENOENT: .*nowhere\.csv'\n$/)
  })
})
