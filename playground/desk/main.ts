import { h } from '../dom'
import type { Cast } from '../host/cast'
import { setBuiltInApi } from '../phone/addresses'
import { WorldClock } from './clock'
import { Desk } from './desk'
import type { DeskPhone } from './desk-phone'
import { drawChats, drawPane } from './panes'
import { newcomer } from './people'
import { drawPhoneColumn } from './phone-column'
import { openStories } from './story/open-stories'

/** The table: the chats on the left, one phone or two on the right. */
async function lay(): Promise<void> {
  const [cast, app] = await Promise.all([
    fetchJson<Cast>('/desk/cast.json'),
    fetchJson<{ builtInApi: string }>('/weapp/app.json'),
  ])
  setBuiltInApi(app.builtInApi)
  const desk = new Desk(cast)
  const place = (id: string) => document.getElementById(id) as HTMLElement
  const addPhone = (isStaff: boolean): DeskPhone => {
    const frame = h('iframe', { id: `phone${desk.phones.length || ''}`, title: '手机' }) as HTMLIFrameElement
    const staff = cast.staff.find(({ user }) => user === cast.tokens.staff)
    const phone = desk.addPhone(frame, isStaff && staff ? staff : newcomer())
    place('phones').append(drawPhoneColumn(desk, phone))
    return phone
  }
  /** The second phone is a staff member's, opened at the workbench. */
  const showSecond = (): void => {
    const second = desk.phones[1] ?? addPhone(true)
    document.body.toggleAttribute('data-two', true)
    if (!second.isRunning) {
      second.open({ path: 'packages/staff/pages/workbench/index', search: '', scene: 1001, group: null })
    }
    desk.changed()
  }

  addPhone(false)
  const clock = new WorldClock(desk)
  await clock.read()
  clock.draw(place('time'))
  place('layout').append(h('button', { id: 'two', onclick: showSecond }, '再拿一部店员的手机'))
  desk.onChange(() => drawChats(desk, place('chats')))
  desk.onChange(() => drawPane(desk, place('pane')))
  desk.changed()
  openStories({ desk, clock, addPhone: () => addPhone(true), place: place('stories') })
}

async function fetchJson<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}

lay().catch((error: unknown) => {
  console.error(error)
})
