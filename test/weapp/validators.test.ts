/** @jest-environment node */
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Verdict, validatorsOn } from '../support/weapp/validators/verdict'

const DIST = resolve(__dirname, '../../dist/weapp')

describe("WeChat's own validators", () => {
  it('have nothing against the built mini-program', async () => {
    const verdict = await validatorsOn(DIST)

    expect(verdict).toEqual({ schema: [], compiled: [], wcc: [], quality: [] })
  })

  it('would name a broken template, script, style and configuration', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
    cpSync(DIST, folder, { recursive: true })
    appendFileSync(join(folder, 'utils.wxs'), 'var = ;')
    appendFileSync(join(folder, 'app.wxss'), '.open {')
    writeFileSync(join(folder, 'pages/home/index.json'), '{"enablePullDownRefresh":"yes"}')

    const verdict: Verdict = await validatorsOn(folder)

    expect(verdict.schema.join()).toMatch(/home\/index\.json.*enablePullDownRefresh/)
    expect(verdict.compiled.join()).toMatch(/app\.wxss.*Unclosed|enablePullDownRefresh/)
    expect(verdict.wcc.join()).toMatch(/utils\.wxs/)
    rmSync(folder, { recursive: true, force: true })
  })
})
