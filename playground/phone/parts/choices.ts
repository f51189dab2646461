import { definePart, Part } from './part'

export function defineChoices(): void {
  definePart('switch', SwitchPart)
  definePart('checkbox', Choice)
  definePart('radio', Choice)
  definePart('checkbox-group', class extends Part {})
  definePart('radio-group', class extends Part {})
  definePart('label', LabelPart)
  definePart('form', FormPart)
}

class SwitchPart extends Part {
  static override watched = ['checked', 'disabled', 'color']
  checked = false

  protected override build(): void {
    this.addEventListener('click', () => this.toggle())
  }

  toggle(): void {
    if (this.flag('disabled')) return
    this.checked = !this.checked
    this.draw()
    this.emit('change', { value: this.checked })
  }

  protected override changed(name: string | null): void {
    if (name === null || name === 'checked') this.checked = this.flag('checked')
    this.draw()
  }

  private draw(): void {
    this.toggleAttribute('on', this.checked)
    this.style.setProperty('--on-color', this.text('color', '#04be02'))
  }
}

/** A checkbox or a radio: its group, if any, tells the change. */
class Choice extends Part {
  static override watched = ['checked', 'disabled', 'color', 'value']
  checked = false

  protected override build(): void {
    const shadow = this.attachShadow({ mode: 'open' })
    shadow.innerHTML = '<span part="box"></span><slot></slot>'
    this.addEventListener('click', (event) => {
      event.stopPropagation()
      this.toggle()
    })
  }

  get isRadio(): boolean {
    return this.localName === 'wx-radio'
  }

  toggle(): void {
    if (this.flag('disabled') || (this.isRadio && this.checked)) return
    this.setChecked(this.isRadio ? true : !this.checked)
    const group = this.closest<Part>(this.isRadio ? 'wx-radio-group' : 'wx-checkbox-group')
    if (!group) return
    const all = Array.from(group.querySelectorAll<Choice>(this.localName))
    if (this.isRadio) for (const other of all) if (other !== this) other.setChecked(false)
    const chosen = all.filter((choice) => choice.checked).map((choice) => choice.text('value'))
    group.emit('change', { value: this.isRadio ? (chosen[0] ?? '') : chosen })
  }

  setChecked(checked: boolean): void {
    this.checked = checked
    this.toggleAttribute('on', checked)
  }

  protected override changed(name: string | null): void {
    if (name === null || name === 'checked') this.setChecked(this.flag('checked'))
    this.style.setProperty('--on-color', this.text('color', '#09bb07'))
  }
}

class LabelPart extends Part {
  protected override build(): void {
    this.addEventListener('click', (event) => {
      const control = this.querySelector<HTMLElement>('wx-checkbox,wx-radio,wx-switch,wx-input input')
      if (control && !control.contains(event.target as Node)) control.click()
    })
  }
}

class FormPart extends Part {
  protected override build(): void {
    this.addEventListener('weapp-form', (event) => {
      event.stopPropagation()
      const { formType } = (event as CustomEvent<{ formType: string }>).detail
      if (formType === 'submit') this.emit('submit', { value: this.values() })
      if (formType === 'reset') this.emit('reset')
    })
  }

  private values(): Record<string, unknown> {
    const named = Array.from(this.querySelectorAll<Part & { value?: string; checked?: boolean }>('[name]'))
    return Object.fromEntries(
      named.map((part) => [part.text('name'), part.localName === 'wx-switch' ? part.checked : part.value]),
    )
  }
}
