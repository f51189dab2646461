import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { compileTemplates } from './templates'
import { wxssToCss } from './wxss'

export interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly themeLocation?: string
  readonly [key: string]: unknown
}

/** What the phone loads of one package: code, page configurations and styles by path without suffix. */
export interface PackageFiles {
  readonly scripts: Readonly<Record<string, string>>
  readonly configs: Readonly<Record<string, unknown>>
  readonly styles: Readonly<Record<string, string>>
}

/** Where the phone asks for pictures and other files of the package. */
export const FILES_URL = '/weapp/files/'

/** `dist/weapp` as built, read anew for each phone so that a rebuild shows at the next opening. */
export class WeappFiles {
  constructor(readonly folder: string) {}

  app(): AppJson {
    return this.json('app.json') as AppJson
  }

  /** The colours behind `@name` in app.json, by theme; null where the app has none. */
  theme(): unknown {
    const { themeLocation } = this.app()
    return themeLocation ? this.json(themeLocation) : null
  }

  templates(): string {
    const wxml = new Map<string, string>()
    const wxs = new Map<string, string>()
    for (const file of this.list()) {
      if (file.endsWith('.wxml')) wxml.set(stem(file), this.text(file))
      if (file.endsWith('.wxs')) wxs.set(stem(file), this.text(file))
    }
    return compileTemplates({ wxml, wxs })
  }

  /** The main package (`root` empty) or one subpackage. */
  package(root: string): PackageFiles {
    const subpackages = (this.app().subPackages ?? []).map((p) => p.root)
    const belongs = (file: string) =>
      root ? file.startsWith(`${root}/`) : !subpackages.some((other) => file.startsWith(`${other}/`))
    const files = this.list().filter(belongs)
    const byStem = <T>(suffix: string, read: (file: string) => T) =>
      Object.fromEntries(files.filter((f) => f.endsWith(suffix)).map((f) => [stem(f), read(f)]))
    return {
      scripts: byStem('.js', (file) => this.text(file)),
      configs: byStem('.json', (file) => this.json(file)),
      styles: byStem('.wxss', (file) => this.style(file)),
    }
  }

  /** Changes whenever the build does. */
  version(): string {
    return String(Math.max(...this.list().map((file) => statSync(join(this.folder, file)).mtimeMs)))
  }

  private style(file: string): string {
    const readWxss = (path: string) => {
      try {
        return this.text(path)
      } catch {
        return null
      }
    }
    const route = file === 'app.wxss' ? undefined : stem(file)
    return wxssToCss(file, readWxss, { filesUrl: FILES_URL, route })
  }

  private list(): string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  }

  private text(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  private json(file: string): unknown {
    return JSON.parse(this.text(file))
  }
}

const stem = (file: string): string => file.replace(/\.[^./]+$/, '')
