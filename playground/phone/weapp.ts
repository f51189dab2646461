import { type CodeSpace, type ComponentEnv, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter'
import { PhoneBackend } from './backend'
import type { PackageFiles } from './package-files'
import { runFile } from './sandbox'
import type { AppInstance, AppJson, PageInstance, WindowConfig } from './types'

type TemplateGroup = (name: string) => never

interface AppFile {
  readonly app: AppJson
  readonly templates: Readonly<Record<string, TemplateGroup>>
  readonly fetchPackage: (root: string) => Promise<PackageFiles>
}

/** The built mini-program on WeChat's component engine: files, modules, the app and its pages. */
export class Weapp {
  /** What the app gave to `App(…)`. */
  app: AppInstance = {}
  private readonly env = new MiniProgramEnv()
  private readonly space: CodeSpace
  private readonly backend: ReturnType<MiniProgramEnv['associateBackend']>
  private readonly scripts = new Map<string, string>()
  private readonly configs = new Map<string, WindowConfig>()
  private readonly styles = new Map<string, string>()
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly defined = new Set<string>()
  private defining: ComponentEnv | null = null
  private readonly packages = new Map<string, Promise<void>>()

  private constructor(
    private readonly file: AppFile,
    private readonly wx: object,
    private readonly getCurrentPages: () => PageInstance[],
  ) {
    this.space = this.env.createCodeSpace('', true)
    this.space.getComponentSpace().updateComponentOptions({ writeIdToDOM: true })
    this.backend = this.env.associateBackend(new PhoneBackend())
  }

  /** Loads the main package and runs app.js. */
  static async start(file: AppFile, wx: object, getCurrentPages: () => PageInstance[]): Promise<Weapp> {
    const weapp = new Weapp(file, wx, getCurrentPages)
    await weapp.loadPackage('')
    weapp.addStyle('app')
    weapp.require('app')
    return weapp
  }

  hasPage(route: string): boolean {
    return this.rootOf(route) !== null
  }

  /** Loads the package a page stands in; answers the page's own configuration over the app's. */
  async pageConfig(route: string): Promise<WindowConfig> {
    await this.loadPackage(this.rootOf(route) ?? '')
    return { ...this.file.app.window, ...this.configs.get(route) }
  }

  /** A new instance of a page; its package must be loaded. */
  createPage(route: string): Root {
    this.define(route)
    this.addStyle(route)
    return this.backend.createRoot('wx-page', this.space, route)
  }

  private loadPackage(root: string): Promise<void> {
    const loading =
      this.packages.get(root) ??
      this.file.fetchPackage(root).then(({ scripts, configs, styles }) => {
        for (const [path, code] of Object.entries(scripts)) this.scripts.set(path, code)
        for (const [path, config] of Object.entries(configs)) this.configs.set(path, config as WindowConfig)
        for (const [path, css] of Object.entries(styles)) this.styles.set(path, css)
      })
    this.packages.set(root, loading)
    return loading
  }

  private rootOf(route: string): string | null {
    if (this.file.app.pages.includes(route)) return ''
    const found = this.file.app.subPackages?.find(({ root, pages }) =>
      pages.some((page) => `${root}/${page}` === route),
    )
    return found?.root ?? null
  }

  /** Registers a page or component with everything it uses. */
  private define(path: string): void {
    if (this.defined.has(path)) return
    this.defined.add(path)
    const config = this.configs.get(path) ?? {}
    this.space.addComponentStaticConfig(path, config as never)
    const template = this.file.templates[path]
    if (template) {
      this.space.addCompiledTemplate(path, {
        groupList: this.file.templates as never,
        content: template,
        fallbackListenerOnNativeNode: true,
      })
    }
    for (const used of Object.values(config.usingComponents ?? {})) this.define(resolvePath(path, used))
    this.space.componentEnv(path, (names) => {
      const outer = this.defining
      this.defining = names
      this.run(path)
      this.defining = outer
    })
  }

  private addStyle(path: string): void {
    const css = this.styles.get(path)
    if (!css) return
    this.styles.delete(path)
    const style = document.createElement('style')
    style.dataset.weapp = path
    style.textContent = css
    document.head.append(style)
  }

  private require(path: string): unknown {
    const known = this.modules.get(path)
    if (known) return known.exports
    if (!this.scripts.has(path)) throw new Error(`module '${path}.js' is not defined`)
    return this.run(path)
  }

  private run(path: string): unknown {
    const module = { exports: {} as unknown }
    this.modules.set(path, module)
    runFile(path, this.scripts.get(path) ?? '', {
      wx: this.wx,
      module,
      exports: module.exports,
      require: (wanted: string) => this.require(resolvePath(path, wanted.replace(/\.js$/, ''))),
      App: (definition: AppInstance) => {
        this.app = definition
      },
      getApp: () => this.app,
      getCurrentPages: this.getCurrentPages,
      // Whichever file calls them, they define the page or component that is being loaded now.
      Page: (definition: never) => this.defining?.Page(definition),
      Component: (definition: never) => this.defining?.Component(definition),
      Behavior: (definition: never) => this.defining?.Behavior(definition),
      requirePlugin: undefined,
    })
    return module.exports
  }
}

/** `target` as seen from the file at `from`; both without suffix, the answer relative to the package's root. */
function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}
