import { h } from '../dom'

/** What stands above the pages: toasts, dialogues, sheets. */
const layer = (): HTMLElement => document.getElementById('layer') as HTMLElement

/** Shows something above the pages; the answer takes it away again. */
export function raise(element: HTMLElement): () => void {
  layer().append(element)
  return () => element.remove()
}

/** A sheet from below with a dark veil; `null` when the veil was tapped. */
export function sheet<T>(fill: (choose: (value: T) => void) => HTMLElement, name: string): Promise<T | null> {
  return new Promise((resolve) => {
    const done = (value: T | null) => {
      lower()
      resolve(value)
    }
    const body = fill(done)
    body.classList.add('sheet')
    const lower = raise(
      h(
        'div',
        { class: 'raised', 'data-sheet': name },
        h('div', { class: 'veil', onclick: () => done(null) }),
        body,
      ),
    )
  })
}
