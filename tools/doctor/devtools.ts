import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type Finding, there } from './findings'

/** Where DevTools is usually installed; on Linux there is no official one. */
const DEVTOOLS = [
  '/Applications/wechatwebdevtools.app',
  'C:\\Program Files (x86)\\Tencent\\微信web开发者工具',
  'C:\\Program Files\\Tencent\\微信web开发者工具',
]

interface ProjectConfig {
  readonly appid?: string
  readonly setting?: { readonly urlCheck?: boolean }
  readonly condition?: { readonly miniprogram?: { readonly list?: readonly { readonly name: string }[] } }
}

/** What opening the project in WeChat DevTools needs, guest appid included. */
export function devToolsFindings(root: string, exists = existsSync): Finding[] {
  const own = readProject(root, 'project.private.config.json')
  const sample = readProject(root, 'project.private.config.sample.json')
  const names = new Set(own?.condition?.miniprogram?.list?.map(({ name }) => name))
  const absent = (sample?.condition?.miniprogram?.list ?? []).filter(({ name }) => !names.has(name))
  return [
    check(
      exists(join(root, 'dist', 'weapp', 'app.json')),
      'the built mini-program in dist/weapp',
      'run npm run build:weapp (npm start does so too)',
    ),
    check(
      own !== null,
      'project.private.config.json',
      'run npm start once, or copy project.private.config.sample.json',
    ),
    check(
      own?.setting?.urlCheck === false,
      'urlCheck off, so that DevTools may call loopback',
      'set "setting": { "urlCheck": false } in project.private.config.json',
    ),
    check(
      absent.length === 0,
      'a compile mode for every entry',
      `copy the sample's list: ${absent.length} modes of it are not in project.private.config.json`,
    ),
    check(
      DEVTOOLS.some((place) => exists(place)),
      'WeChat DevTools on this machine',
      'install it (developers.weixin.qq.com/miniprogram/dev/devtools/download.html); it may be on another machine',
    ),
    there(`appid ${appidOf(root)}: ${isGuest(root) ? 'guest, nothing to be done' : 'your own'}`),
  ]
}

/** The appid DevTools will use: the private configuration's, else the project's. */
export const appidOf = (root: string): string =>
  readProject(root, 'project.private.config.json')?.appid ??
  readProject(root, 'project.config.json')?.appid ??
  ''

export const isGuest = (root: string): boolean => appidOf(root) === 'touristappid'

function readProject(root: string, file: string): ProjectConfig | null {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')) as ProjectConfig
  } catch {
    return null
  }
}
