import { definePart, Part } from './part'

/** Boxes and words: what they do is done by glass-easel and the style sheet. */
const PLAIN = [
  'page',
  'view',
  'block',
  'cover-view',
  'movable-area',
  'movable-view',
  'page-container',
  'share-element',
  'swiper-item',
]

export function defineBasicParts(): void {
  for (const tag of PLAIN) definePart(tag, class extends Part {})
  definePart('text', Text)
  definePart('progress', Progress)
  definePart('icon', Icon)
  definePart('rich-text', RichText)
  definePart('navigator', Navigator)
}

class Text extends Part {
  static override watched = ['user-select', 'selectable']

  protected override changed(): void {
    this.toggleAttribute('free', this.flag('user-select') || this.flag('selectable'))
  }
}

class Progress extends Part {
  static override watched = ['percent', 'active-color', 'background-color', 'stroke-width']

  protected override changed(): void {
    const bar = this.querySelector('i') ?? this.appendChild(document.createElement('i'))
    this.style.height = `${this.text('stroke-width', '6')}px`
    this.style.background = this.text('background-color', '#ebebeb')
    bar.style.cssText = `display:block;height:100%;width:${Number(this.prop('percent') ?? 0)}%;background:${this.text('active-color', '#09bb07')}`
  }
}

class Icon extends Part {
  static override watched = ['type', 'size', 'color']
  private static readonly signs: Record<string, string> = {
    success: '✓',
    success_no_circle: '✓',
    info: 'ⓘ',
    warn: '!',
    waiting: '◷',
    cancel: '×',
    download: '↓',
    search: '⌕',
    clear: '×',
  }

  protected override changed(): void {
    this.textContent = Icon.signs[this.text('type')] ?? ''
    this.style.fontSize = `${this.text('size', '23')}px`
    this.style.color = this.text('color', 'inherit')
  }
}

interface RichNode {
  readonly name?: string
  readonly type?: 'node' | 'text'
  readonly text?: string
  readonly attrs?: Readonly<Record<string, string>>
  readonly children?: readonly RichNode[]
}

class RichText extends Part {
  static override watched = ['nodes', 'space']

  protected override changed(): void {
    const nodes = this.prop('nodes')
    if (typeof nodes === 'string') {
      const parsed = new DOMParser().parseFromString(nodes, 'text/html')
      parsed.querySelectorAll('script,iframe,style,link').forEach((banned) => {
        banned.remove()
      })
      this.replaceChildren(...Array.from(parsed.body.childNodes))
    } else if (Array.isArray(nodes)) {
      this.replaceChildren(...(nodes as RichNode[]).map(drawRichNode))
    } else {
      this.replaceChildren()
    }
  }
}

function drawRichNode(node: RichNode): Node {
  if (node.type === 'text' || !node.name) return document.createTextNode(node.text ?? '')
  const element = document.createElement(node.name)
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (name === 'class' || name === 'style' || name === 'src') element.setAttribute(name, value)
  }
  element.append(...(node.children ?? []).map(drawRichNode))
  return element
}

class Navigator extends Part {
  protected override build(): void {
    this.addEventListener('click', () => {
      this.dispatchEvent(
        new CustomEvent('weapp-navigate', {
          bubbles: true,
          detail: {
            openType: this.text('open-type', 'navigate'),
            url: this.text('url'),
            delta: this.prop('delta'),
          },
        }),
      )
    })
  }
}
