/** A small element builder: `h('div', { class: 'x' }, 'text', child)`. */
export function h(
  tag: string,
  attributes: Readonly<Record<string, string | (() => void) | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener('click', value)
    else if (value !== undefined) element.setAttribute(name, value)
  }
  element.append(...children)
  return element
}
