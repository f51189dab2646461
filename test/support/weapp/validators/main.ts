/**
 * WeChat's own offline validators over a built mini-program, as a program of its own: they change globals and talk a
 * lot. `tsx main.ts FOLDER` prints one JSON line behind MARK.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from './verdict'

export const MARK = '##verdict '

interface Ci {
  proxy(url: string): void
  readonly Project: new (options: object) => { attr?: () => Promise<unknown> }
  readonly DefaultProjectAttr: unknown
  getCompiledResult(options: object): Promise<Record<string, string | Buffer>>
  checkCodeQuality(project: object): Promise<readonly { name: string; success: boolean; text: string }[]>
  schemaValidate(kind: string, json: unknown): { warning: string; error: readonly object[] }
}

/** Settings of an upload in WeChat's console, not of the package. */
const NOT_OURS = new Set(['JS_COMPRESS_OPEN', 'WXML_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN'])

async function validate(folder: string): Promise<Verdict> {
  const ci = require('miniprogram-ci') as Ci
  // It asks WeChat for a list of file types and goes on without an answer; nothing leaves this machine.
  ci.proxy('http://127.0.0.1:9')
  const project = new ci.Project({
    appid: 'wx0123456789abcdef',
    type: 'miniProgram',
    projectPath: folder,
    privateKey: 'none',
    ignores: ['node_modules/**/*'],
  })
  project.attr = async () => ci.DefaultProjectAttr
  const compiled = await answer(async () => {
    const setting = { es6: false, minifyWXML: true, minifyWXSS: true }
    await ci.getCompiledResult({
      project,
      version: '1.0.0',
      desc: 'check',
      setting,
      onProgressUpdate: () => {},
    })
  })
  return {
    schema: checkSchemas(ci, folder),
    compiled,
    wcc: await answer(async () => {
      const compiler = require('miniprogram-compiler') as { wxmlToJs(root: string): string }
      new Function(compiler.wxmlToJs(folder))
    }),
    quality: compiled.length > 0 ? [] : await qualityFaults(ci, project),
  }
}

function checkSchemas(ci: Ci, folder: string): string[] {
  const kindOf = (file: string) =>
    ({ 'app.json': 'app', 'theme.json': 'theme', 'project.config.json': 'projectconfig' })[file] ?? 'page'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  )
  return files.flatMap((file) => {
    const { error, warning } = ci.schemaValidate(
      kindOf(file),
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    )
    return [
      ...error.map((fault) => `${file}: ${JSON.stringify(fault)}`),
      ...(warning ? [`${file}: ${warning}`] : []),
    ]
  })
}

async function qualityFaults(ci: Ci, project: object): Promise<string[]> {
  const checks = await ci.checkCodeQuality(project)
  return checks
    .filter(({ name, success }) => !success && !NOT_OURS.has(name))
    .map(({ name, text }) => `${name}: ${text}`)
}

async function answer(work: () => Promise<void>): Promise<string[]> {
  try {
    await work()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : JSON.stringify(error)]
  }
}

const folder = process.argv[2] ?? ''
if (!existsSync(join(folder, 'app.json'))) throw new Error(`no mini-program in ${folder}`)
validate(folder).then(
  (verdict) => {
    process.stdout.write(`\n${MARK}${JSON.stringify(verdict)}\n`, () => process.exit(0))
  },
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
