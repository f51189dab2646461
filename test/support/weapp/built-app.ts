import { existsSync, readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import type { PageMaker, StackPage } from '../../../playground/phone/router'
import { runFile } from '../../../playground/phone/sandbox'
import type { AppInstance, AppJson, PageInstance, Query, WindowConfig } from '../../../playground/phone/types'
import { type RenderedComponent, simulate, simulateUtils } from './simulate'

/** `WEAPP_DIST`: another build of it, such as one made beside a shop that is being served. */
export const DIST = resolve(__dirname, '../../..', process.env.WEAPP_DIST ?? 'dist/weapp')

/** What `load` of miniprogram-simulate may be told: WeChat's own WXML compiler on the whole package. */
const LOADING = { compiler: 'official', rootPath: DIST } as const

export interface BuiltPage extends StackPage {
  readonly rendered: RenderedComponent
  readonly config: WindowConfig
}

/**
 * `dist/weapp` as built, run by miniprogram-simulate in jsdom: modules, the app, pages drawn from compiled WXML. A page
 * is expressed anew as a component, since the simulator knows components only.
 */
export class BuiltApp implements PageMaker<BuiltPage> {
  readonly json = readJson<AppJson>('app.json')
  app: AppInstance = {}
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly loaded = new Map<string, string>()
  private readonly components = new Map<string, object>()
  private defining = ''

  constructor(
    private readonly wx: object,
    private readonly pages: () => PageInstance[],
  ) {
    // Each file runs in the names of a mini-program, not of Node.
    simulateUtils.runJs = (path) => this.define(path.slice(DIST.length + 1).replaceAll('\\', '/'))
  }

  /**
   * The simulator asks anew for the components of each page, but a bundle defines its component only once: the template
   * for deep trees would be missing from every page but the first.
   */
  private define(path: string): void {
    const known = this.components.get(path)
    this.defining = path
    if (known) simulate.Component(known)
    else this.run(path)
  }

  start(): void {
    this.require('app')
  }

  get routes(): string[] {
    const inSubpackages = (this.json.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((p) => `${root}/${p}`),
    )
    return [...this.json.pages, ...inSubpackages]
  }

  hasPage = (route: string): boolean => this.routes.includes(route)

  async make(route: string, query: Query, isTab: boolean): Promise<BuiltPage> {
    const id = this.loaded.get(route) ?? simulate.load(resolve(DIST, route), 'page', LOADING)
    this.loaded.set(route, id)
    const rendered = simulate.render(id)
    const instance = rendered.instance as unknown as PageInstance
    Object.assign(instance, { route, __route__: route, options: query })
    const stage = document.createElement('section')
    let isReady = false
    return {
      rendered,
      instance,
      route,
      query,
      isTab,
      config: { ...this.json.window, ...readJson<WindowConfig>(`${route}.json`) },
      load: () => {
        document.body.append(stage)
        rendered.attach(stage)
        instance.onLoad?.(query)
      },
      show: () => {
        stage.hidden = false
        instance.onShow?.()
        if (!isReady) setTimeout(() => instance.onReady?.(), 0)
        isReady = true
      },
      hide: () => {
        stage.hidden = true
        instance.onHide?.()
      },
      unload: () => {
        instance.onUnload?.()
        rendered.detach()
        stage.remove()
      },
    }
  }

  private require(path: string): unknown {
    const known = this.modules.get(path)
    return known ? known.exports : this.run(path)
  }

  private run(path: string): unknown {
    const module = { exports: {} as unknown }
    this.modules.set(path, module)
    runFile(path, readFileSync(resolve(DIST, `${path}.js`), 'utf8'), {
      wx: this.wx,
      module,
      exports: module.exports,
      require: (wanted: string) => this.require(beside(path, wanted.replace(/\.js$/, ''))),
      App: (definition: AppInstance) => {
        this.app = definition
      },
      Page: (definition: Record<string, unknown>) => simulate.Component(asComponent(definition)),
      Component: (definition: object) => {
        // Called from whichever bundle holds the component's code, so the path is the one that was asked for.
        this.components.set(this.defining, definition)
        simulate.Component(definition)
      },
      Behavior: (definition: object) => simulate.behavior(definition),
      getApp: () => this.app,
      getCurrentPages: this.pages,
      requirePlugin: undefined,
    })
    return module.exports
  }
}

export const isBuilt = (): boolean => existsSync(resolve(DIST, 'app.json'))

function asComponent(page: Readonly<Record<string, unknown>>): object {
  const methods = Object.entries(page).filter(([, value]) => typeof value === 'function')
  return { data: page.data, methods: Object.fromEntries(methods) }
}

function beside(from: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target)
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(DIST, file), 'utf8')) as T
}
