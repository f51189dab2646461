import { definePart, Part } from './part'

export function defineFields(): void {
  definePart('input', InputPart)
  definePart('textarea', TextareaPart)
}

/** What input and textarea share: a browser field inside, whose events are told as WeChat tells them. */
abstract class Field<T extends HTMLInputElement | HTMLTextAreaElement> extends Part {
  static override watched = [
    'value',
    'type',
    'password',
    'placeholder',
    'placeholder-class',
    'placeholder-style',
    'disabled',
    'maxlength',
    'focus',
    'auto-height',
  ]
  protected abstract readonly field: T
  private readonly hint = document.createElement('span')

  get value(): string {
    return this.field.value
  }

  protected override build(): void {
    this.hint.setAttribute('part-hint', '')
    this.append(this.hint, this.field)
    const { field } = this
    field.addEventListener('input', (event) => {
      event.stopPropagation()
      this.showHint()
      this.grew()
      this.emit('input', {
        value: field.value,
        cursor: field.selectionStart ?? field.value.length,
        keyCode: 0,
      })
    })
    field.addEventListener('focus', () => this.emit('focus', { value: field.value, height: 0 }))
    field.addEventListener('blur', () =>
      this.emit('blur', { value: field.value, cursor: field.value.length }),
    )
    field.addEventListener('change', (event) => event.stopPropagation())
  }

  protected override changed(name: string | null): void {
    const { field } = this
    if (name === null || name === 'value') {
      const value = this.text('value')
      if (field.value !== value) field.value = value
    }
    const most = Number(this.prop('maxlength') ?? 140)
    if (most >= 0) field.maxLength = most
    else field.removeAttribute('maxlength')
    field.disabled = this.flag('disabled')
    this.hint.textContent = this.text('placeholder')
    this.hint.className = this.text('placeholder-class')
    this.hint.style.cssText = this.text('placeholder-style')
    if ((name === null || name === 'focus') && this.flag('focus')) queueMicrotask(() => field.focus())
    this.showHint()
    this.grew()
  }

  protected grew(): void {}

  private showHint(): void {
    this.hint.hidden = this.field.value !== ''
  }
}

const KINDS: Record<string, [type: string, mode: string]> = {
  number: ['text', 'numeric'],
  digit: ['text', 'decimal'],
  idcard: ['text', 'text'],
  'safe-password': ['password', 'text'],
}

class InputPart extends Field<HTMLInputElement> {
  protected readonly field = document.createElement('input')

  protected override build(): void {
    super.build()
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.emit('confirm', { value: this.field.value })
    })
  }

  protected override changed(name: string | null): void {
    const [type, mode] = KINDS[this.text('type', 'text')] ?? ['text', 'text']
    this.field.type = this.flag('password') ? 'password' : type
    this.field.inputMode = mode
    super.changed(name)
  }
}

class TextareaPart extends Field<HTMLTextAreaElement> {
  protected readonly field = document.createElement('textarea')

  protected override grew(): void {
    if (!this.flag('auto-height')) return
    this.field.style.height = 'auto'
    const height = this.field.scrollHeight
    this.field.style.height = `${height}px`
    this.style.height = 'auto'
    this.emit('linechange', { height, lineCount: Math.max(1, this.field.value.split('\n').length) })
  }
}
