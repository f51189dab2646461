import { h } from '../dom'
import { fileUrl } from './addresses'
import type { Page } from './page'
import type { AppJson, Theme } from './types'

interface BarActions {
  readonly back: () => void
  readonly home: () => void
  readonly menu: () => void
  readonly close: () => void
  readonly openTab: (path: string) => void
}

/** The status bar, the navigation bar with its capsule, and the tab bar, as WeChat draws them. */
export class Bars {
  private readonly nav = document.getElementById('nav') as HTMLElement
  private readonly tabs = document.getElementById('tabs') as HTMLElement
  private readonly badges = new Map<number, string>()
  private title = ''
  private page: Page | null = null

  constructor(
    private readonly app: AppJson,
    private readonly theme: Theme | null,
    private readonly actions: BarActions,
  ) {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw())
  }

  show(page: Page, depth: number): void {
    this.page = page
    this.title = page.config.navigationBarTitleText ?? ''
    document.body.dataset.depth = String(depth)
    this.draw()
  }

  setTitle(title: string): void {
    this.title = title
    this.draw()
  }

  setColour(background: string | undefined, front: string | undefined): void {
    if (background) this.nav.style.background = background
    if (front) this.nav.style.color = front
  }

  setBadge(index: number, text: string | null): void {
    if (text === null) this.badges.delete(index)
    else this.badges.set(index, text)
    this.draw()
  }

  hideTabs(hidden: boolean): void {
    document.body.toggleAttribute('data-tabs-hidden', hidden)
  }

  private draw(): void {
    const { page } = this
    if (!page) return
    const { config } = page
    const depth = Number(document.body.dataset.depth)
    const isCustom = config.navigationStyle === 'custom'
    this.nav.style.background = isCustom
      ? 'transparent'
      : this.colour(config.navigationBarBackgroundColor, '#ffffff')
    this.nav.style.color = this.colour(config.navigationBarTextStyle, 'black')
    const left =
      depth > 1
        ? h('button', { class: 'nav-back', 'aria-label': '返回', onclick: this.actions.back }, '‹')
        : page.isTab || this.isHome(page)
          ? h('span')
          : h('button', { class: 'nav-home', 'aria-label': '首页', onclick: this.actions.home }, '⌂')
    const capsule = h(
      'div',
      { class: 'capsule' },
      h('button', { 'aria-label': '更多', onclick: this.actions.menu }, '•••'),
      h('button', { 'aria-label': '关闭', onclick: this.actions.close }, '◎'),
    )
    this.nav.replaceChildren(left, h('div', { class: 'nav-title' }, isCustom ? '' : this.title), capsule)
    this.drawTabs(page)
  }

  private drawTabs(page: Page): void {
    const bar = this.app.tabBar
    this.tabs.hidden = !page.isTab
    if (!bar || !page.isTab) return
    this.tabs.style.background = this.colour(bar.backgroundColor, '#ffffff')
    this.tabs.dataset.border = this.colour(bar.borderStyle, 'black')
    this.tabs.replaceChildren(
      ...bar.list.map((tab, index) => {
        const isOn = tab.pagePath === page.route
        const icon = isOn ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath
        const open = () => this.actions.openTab(tab.pagePath)
        const item = h('button', { class: 'tab', 'data-tab': tab.pagePath, onclick: open })
        item.style.color = this.colour(isOn ? bar.selectedColor : bar.color, isOn ? '#07c160' : '#7a7e83')
        if (icon) item.append(h('img', { src: fileUrl(this.colour(icon, icon)), alt: '' }))
        item.append(tab.text)
        const badge = this.badges.get(index)
        if (badge !== undefined) item.append(h('i', { class: badge === '' ? 'dot' : 'badge' }, badge))
        return item
      }),
    )
  }

  private isHome(page: Page): boolean {
    return page.route === (this.app.entryPagePath ?? this.app.pages[0])
  }

  /** `@name` stands for a colour (or an icon) of the theme now in force. */
  private colour(value: string | undefined, otherwise: string): string {
    if (!value?.startsWith('@')) return value ?? otherwise
    const mode = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    return this.theme?.[mode]?.[value.slice(1)] ?? otherwise
  }
}
