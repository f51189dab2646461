import { h } from '../dom'
import type { Desk } from './desk'

const HOUR_MS = 3_600_000
const STEPS = [
  ['+16 分钟', 16 * 60_000],
  ['+1 小时', HOUR_MS],
  ['+1 天', 24 * HOUR_MS],
  ['+7 天', 7 * 24 * HOUR_MS],
] as const

/** The time in this world; it runs ahead of the machine's by what the tester asked for. */
export class WorldClock {
  offsetMs = 0

  constructor(private readonly desk: Desk) {}

  async read(): Promise<void> {
    const answer = await fetch('/desk/clock')
    if (answer.ok) this.offsetMs = ((await answer.json()) as { offsetMs: number }).offsetMs
  }

  /** Moves shop, WeChat and phones together. */
  async move(offsetMs: number): Promise<void> {
    const answer = await fetch('/desk/clock', { method: 'PUT', body: JSON.stringify({ offsetMs }) })
    if (!answer.ok) throw new Error(`the clock does not move: ${await answer.text()}`)
    this.offsetMs = ((await answer.json()) as { offsetMs: number }).offsetMs
    for (const phone of this.desk.phones) phone.tell({ kind: 'clock', offsetMs: this.offsetMs })
  }

  draw(place: HTMLElement): void {
    const now = h('b', { class: 'now' })
    const tick = () => {
      now.textContent = new Date(Date.now() + this.offsetMs).toLocaleString('zh-CN', { hour12: false })
      now.toggleAttribute('data-moved', this.offsetMs !== 0)
    }
    const step = ([label, ms]: (typeof STEPS)[number]) =>
      h('button', { onclick: () => void this.move(this.offsetMs + ms).then(tick) }, label)
    const back = h('button', { onclick: () => void this.move(0).then(tick) }, '回到现在')
    place.replaceChildren('时间 ', now, ...STEPS.map(step), back)
    tick()
    setInterval(tick, 1000)
  }
}
