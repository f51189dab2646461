import { definePart, Part } from './part'

/** What a button asks of the phone when it is tapped: sharing, the service chat, a phone number. */
export interface OpenTypeRequest {
  readonly openType: string
  readonly button: Part
}

export function defineButton(): void {
  definePart('button', ButtonPart)
}

class ButtonPart extends Part {
  static override watched = ['type', 'size', 'plain', 'disabled', 'loading']

  protected override changed(): void {
    this.toggleAttribute('off', this.flag('disabled'))
  }

  protected override build(): void {
    this.addEventListener('click', () => {
      if (this.flag('disabled')) return
      const formType = this.text('form-type')
      if (formType) {
        this.dispatchEvent(new CustomEvent('weapp-form', { bubbles: true, detail: { formType } }))
      }
      const openType = this.text('open-type')
      if (!openType) return
      const detail: OpenTypeRequest = { openType, button: this }
      this.dispatchEvent(new CustomEvent('weapp-open-type', { bubbles: true, detail }))
    })
  }
}
