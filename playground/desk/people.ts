import type { Cast } from '../host/cast'

/** Somebody who may hold a phone. */
export interface Holder {
  readonly user: string
  readonly name: string
}

const NEW = '+'

/** Who holds a phone: any member, staff member or manager of the demo shop, or somebody new. */
export function personSelect(cast: Cast, onChosen: (holder: Holder) => void): PersonSelect {
  const select = document.createElement('select')
  select.className = 'person'
  select.setAttribute('aria-label', '谁拿着这部手机')
  const newcomers = groupOf('新来的人', [{ user: NEW, name: '新人（第一次来）' }])
  select.append(newcomers, groupOf('店员与店长', cast.staff), groupOf('顾客', cast.members))
  const show = (holder: Holder) => {
    const known = Array.from(select.options).find(({ value }) => value === holder.user)
    const option = known ?? new Option(holder.name, holder.user)
    if (!known) newcomers.append(option)
    option.selected = true
  }
  select.addEventListener('change', () => {
    const holder = select.value === NEW ? newcomer() : { user: select.value, name: nameIn(select) }
    show(holder)
    onChosen(holder)
  })
  return { select, show }
}

export interface PersonSelect {
  readonly select: HTMLSelectElement
  show(holder: Holder): void
}

/** Somebody the shop has never seen. */
export function newcomer(): Holder {
  const number = Date.now().toString(36).slice(-4)
  return { user: `newcomer-${number}`, name: `新人 ${number}` }
}

const nameIn = (select: HTMLSelectElement): string => select.selectedOptions[0]?.text ?? ''

function groupOf(label: string, people: readonly Holder[]): HTMLOptGroupElement {
  const group = document.createElement('optgroup')
  group.label = label
  group.append(...people.map(({ user, name }) => new Option(name, user)))
  return group
}
