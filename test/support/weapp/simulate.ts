/** The part of miniprogram-simulate we use, typed by hand: its own types are those of another WeChat library. */
export interface RenderedComponent {
  readonly dom: HTMLElement
  readonly instance: object
  attach(parent: Element): void
  detach(): void
}

interface Simulate {
  load(path: string, tagName: string, options: { compiler: 'official'; rootPath: string }): string
  render(id: string): RenderedComponent
  behavior(definition: object): string
}

const library = require('miniprogram-simulate') as Simulate

/** Its constructor of components is a global; taken here, so that no test depends on the global. */
const Component = (globalThis as unknown as { Component: (definition: object) => void }).Component

export const simulate = { ...library, Component }

/** Its inner tools: `runJs` decides how a component's script is run. */
export const simulateUtils = require('miniprogram-simulate/src/utils') as { runJs: (path: string) => void }
