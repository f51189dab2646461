import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { examine } from '../../tools/doctor'
import { reportOf } from '../../tools/doctor/findings'

const ROOT = resolve(__dirname, '../..')
const SECRET = 'a-secret-that-nobody-may-read-anywhere'

describe('npm run doctor', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'qundian-doctor-'))
    for (const file of ['project.config.json', 'project.private.config.sample.json'])
      cpSync(join(ROOT, file), join(root, file))
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const missingIn = (title: string, env: Record<string, string> = {}) =>
    examine(env, root)
      .filter((section) => section.title === title)
      .flatMap(({ findings }) => findings.filter(({ isThere }) => !isThere).map(({ what }) => what))

  it('names what DevTools lacks in a fresh checkout, and is content after npm start', () => {
    expect(missingIn('WeChat DevTools')).toEqual(
      expect.arrayContaining(['the built mini-program in dist/weapp', 'project.private.config.json']),
    )

    mkdirSync(join(root, 'dist', 'weapp'), { recursive: true })
    writeFileSync(join(root, 'dist', 'weapp', 'app.json'), '{}')
    cpSync(join(root, 'project.private.config.sample.json'), join(root, 'project.private.config.json'))

    expect(missingIn('WeChat DevTools').filter((what) => !what.includes('on this machine'))).toEqual([])
  })

  it('tells the keys of WeChat from those of WeChat Pay, by the rules of the server itself', () => {
    const wechat = missingIn('Real WeChat', { WECHAT_SIMULATED: '0' }).join('\n')
    const pay = missingIn('Real pay', { WECHAT_SIMULATED: '0' }).join('\n')

    expect(wechat).toContain('WECHAT_APPID')
    expect(wechat).not.toContain('WXPAY_')
    expect(pay).toContain('WXPAY_MCHID')
  })

  it('repeats no secret', () => {
    const env = {
      WECHAT_SECRET: SECRET,
      SHOP_SECRET: SECRET,
      WXPAY_APIV3_KEY: SECRET,
      WXPAY_PRIVATE_KEY: SECRET,
    }

    expect(reportOf(examine(env, root))).not.toContain(SECRET)
  })
})
