import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brokenHouseRules } from '../../tools/check/house-rules'

describe('the rules imports cannot show', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'house-'))
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it.each([
    ['domain-without-clock-or-chance', 'domain/order.ts', 'export const now = Date.now()'],
    ['domain-without-clock-or-chance', 'domain/order.ts', 'export const now = new Date()'],
    ['domain-without-clock-or-chance', 'domain/order.ts', 'export const id = Math.random()'],
    ['wx-only-in-platform', 'src/pages/home/index.tsx', `wx.login({})`],
    ['environment-in-one-place', 'server/modules/pay/service.ts', 'export const key = process.env.KEY'],
    [
      'fetch-only-in-server-wechat',
      'server/modules/pay/service.ts',
      `export const answer = fetch('https://x')`,
    ],
    ['one-screen', 'server/app.ts', '\n'.repeat(301)],
  ])('%s names a line of %s: %s', (rule, file, source) => {
    write({ [file]: source })

    expect(brokenHouseRules(root)).toMatchObject([{ rule, file }])
  })

  it('leaves each room its own work, and words in comments and strings alone', () => {
    write({
      'domain/order.ts': `/** never Date.now() */\nexport const why = 'no Math.random()'\nexport const day = (at: number) => new Date(at)`,
      'src/platform/session.ts': `wx.login({})`,
      'server/config.ts': `export const port = process.env.PORT`,
      'server/wechat/code.ts': `export const answer = fetch('https://x')`,
      'simulator/app.ts': `export const now = Date.now()`,
    })

    expect(brokenHouseRules(root)).toEqual([])
  })

  function write(files: Record<string, string>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
  }
})
