import type { BuiltPage } from './built-app'

/** What reaches a page's view layer through `setData`. */
export interface Traffic {
  readonly calls: number
  /** Bytes of JSON over all calls: what crosses from the script to the view. */
  readonly bytes: number
  readonly largestBytes: number
}

/** A page's tree as WeChat counts it: elements of the page's own WXML, nested from 1. */
export interface Tree {
  readonly nodes: number
  readonly depth: number
  readonly mostChildren: number
}

export class Meter {
  private readonly sizes: number[] = []
  private readonly watches: (() => void)[] = []

  /** Counts what the page is given from now on. */
  measure(page: BuiltPage): void {
    const { instance } = page
    const give = instance.setData.bind(instance)
    instance.setData = (data, callback) => {
      this.sizes.push(Buffer.byteLength(JSON.stringify(data)))
      give(data, callback)
      for (const watch of this.watches) watch()
    }
  }

  /** Called after each `setData`, when the view already shows it. */
  afterEach(watch: () => void): void {
    this.watches.push(watch)
  }

  now(): Traffic {
    const bytes = this.sizes.reduce((sum, size) => sum + size, 0)
    return { calls: this.sizes.length, bytes, largestBytes: Math.max(0, ...this.sizes) }
  }
}

/** What has been given between two readings. */
export const between = (before: Traffic, after: Traffic): Traffic => ({
  calls: after.calls - before.calls,
  bytes: after.bytes - before.bytes,
  largestBytes: after.largestBytes,
})

export function treeOf(root: Element): Tree {
  let nodes = 0
  let mostChildren = 0
  const walk = (element: Element, depth: number): number => {
    const children = Array.from(element.children)
    mostChildren = Math.max(mostChildren, children.length)
    nodes += children.length
    return children.reduce((deepest, child) => Math.max(deepest, walk(child, depth + 1)), depth)
  }
  return { depth: walk(root, 0), nodes, mostChildren }
}
