import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deviationsOf, sumDeviations, type Told } from '../../tools/story/checks'

const ROOT = join(__dirname, '..', '..')

interface Ended {
  readonly code: number | null
  readonly text: string
}

/** `npm run story` as a program of its own. */
function story(...args: string[]): Promise<Ended> {
  const tsx = pathToFileURL(require.resolve('tsx')).href
  const child = spawn(process.execPath, ['--import', tsx, 'tools/story.ts', ...args], { cwd: ROOT })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  child.stderr.on('data', (chunk) => {
    text += chunk
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, text }))
  })
}

describe('npm run story', () => {
  let ended: Ended
  beforeAll(async () => {
    ended = await story()
  }, 120_000)

  it('plays the road from a card in a group to a credited order without a deviation', () => {
    expect(ended).toMatchObject({ code: 0, text: expect.stringMatching(/✓ five orders/) })
  })

  it.each([
    ['a direct share', '打开你分享的卡片'],
    ['a relay', '打开转发来的卡片，最初由你分享'],
    ['a known group', '从你负责的「江岸花园鲜货群」进店'],
    ['a self-purchase', '陈昊本人下单，不计业绩'],
    ['an unknown token', '没有找到分享、群或专属导购的记录，不计业绩'],
  ])('gives the sentence for %s', (_what, sentence) => {
    expect(ended.text).toContain(sentence)
  })

  it('audits the whole ledger and replays every order', () => {
    expect(ended.text).toMatch(/5 orders, 5 ledger lines, .*every line is as it must be/)
    expect(ended.text).toContain('5 orders replayed, 0 differ')
  })

  it('fails where there is no shop to play in', async () => {
    const nowhere = await story('--api', 'http://127.0.0.1:9', '--simulator', 'http://127.0.0.1:9')

    expect(nowhere.code).toBe(1)
  })

  it('asks for both addresses or none', async () => {
    expect(await story('--api', 'http://127.0.0.1:9')).toMatchObject({ code: 2 })
  })
})

describe('the story’s checks', () => {
  const line = { kind: 'earned', lineTitle: '苹果', amountFen: 100, commissionFen: 0, units: 1, at: 0 }
  const told = (change: { staffName?: string; reason?: string; amountFen?: number }): Told => {
    const { staffName = '林悦', reason = 'share', amountFen = 100 } = change
    const staff = { name: '林悦' }
    const scene = {
      title: 'a scene',
      order: { state: 'paid', lines: [{ paidFen: 100 }] },
      expected: { staff, group: null, reason: 'share' },
    }
    const detail = {
      reason,
      groupName: null,
      policyVersion: 1,
      candidates: [{ verdict: 'won', staffName }],
      ledger: [{ ...line, amountFen, staffName }],
    }
    return { scene, detail, sentence: '…' } as unknown as Told
  }

  it('find nothing in an order that is as it must be', () => {
    expect(deviationsOf(told({}))).toEqual([])
    expect(sumDeviations([told({})])).toEqual([])
  })

  it.each([
    ['another reason', { reason: 'binding' }, /reason is "binding", must be "share"/],
    ['another staff member', { staffName: '陈昊' }, /ledger line is "earned 陈昊"/],
    ['other money', { amountFen: 99 }, /ledger total is 99, must be 100/],
  ])('name %s', (_what, change, deviation) => {
    expect(deviationsOf(told(change)).join('\n')).toMatch(deviation)
  })

  it('notice when accounts do not sum to orders', () => {
    expect(sumDeviations([told({ amountFen: 99 })])).toHaveLength(1)
  })
})
