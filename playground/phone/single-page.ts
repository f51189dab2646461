import { h } from '../dom'
import { isOnDesk, tellDesk } from './desk-link'
import type { EnterOptions } from './types'

const FROM_SINGLE_PAGE = '1155'

/** Below a page opened in Moments WeChat offers the way into the full app; nothing in the page may. */
export function drawSinglePageBar(enter: EnterOptions, search: string): void {
  document.body.toggleAttribute('data-single-page', true)
  const goOn = () => {
    if (isOnDesk()) tellDesk({ kind: 'full', path: enter.path, search })
    else {
      const here = new URL(location.href)
      here.searchParams.set('scene', FROM_SINGLE_PAGE)
      location.href = here.href
    }
  }
  const bar = h('button', { id: 'single-page', onclick: goOn }, '前往小程序')
  document.body.append(bar)
}
