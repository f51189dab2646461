import { enterOptions } from './boot-options'
import type { ToPhone } from './desk-link'
import type { Life } from './life'
import { phoneNow, setPhoneClock } from './phone-clock'
import type { Network } from './wx/network'
import type { Privacy } from './wx/privacy'

interface Steered {
  readonly network: Network
  readonly privacy: Privacy
  readonly life: Life
  readonly decodesQueries: boolean
}

/** Does what the desk asks of a phone. */
export function obey(message: ToPhone, { network, privacy, life, decodesQueries }: Steered): void {
  const opening = { path: '', search: '', chatType: undefined, group: null, decodesQueries }
  if (message.kind === 'network') network.set(message.network)
  else if (message.kind === 'clock') showClock(message.offsetMs)
  else if (message.kind === 'forget-consent') privacy.forget()
  else if (message.kind === 'picked') life.show()
  else if (message.kind === 'leave') life.hide()
  else if (message.kind === 'recall') life.recall(enterOptions({ ...opening, scene: message.scene }))
  else {
    const url = `/${message.path}${message.search ? `?${message.search}` : ''}`
    void life.enter(enterOptions({ ...opening, ...message }), message.group, url)
  }
}

/** The shop's clock may have been moved: this phone's goes with it. */
export async function startClock(): Promise<void> {
  const answer = await fetch('/desk/clock').catch(() => null)
  const { offsetMs } = answer?.ok ? ((await answer.json()) as { offsetMs: number }) : { offsetMs: 0 }
  showClock(offsetMs)
  setInterval(drawClock, 1000)
}

function showClock(offsetMs: number): void {
  setPhoneClock(offsetMs)
  drawClock()
}

function drawClock(): void {
  const clock = document.getElementById('clock')
  const at = new Date(phoneNow())
  if (clock) clock.textContent = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}
