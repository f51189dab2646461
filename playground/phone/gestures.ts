import { emit } from './emit'
import { Part } from './parts/part'

const LONG_PRESS_MS = 350
const STILL_PX = 10

interface Finger {
  readonly identifier: number
  readonly pageX: number
  readonly pageY: number
  readonly clientX: number
  readonly clientY: number
}

interface Press {
  readonly start: Finger
  readonly timer: ReturnType<typeof setTimeout>
  isLong: boolean
}

/** Turns fingers and the mouse into touchstart, touchmove, touchend, longpress and tap, and shows pressed states. */
export function watchGestures(stage: HTMLElement): void {
  let press: Press | null = null

  const begin = (target: Element, fingers: Finger[], original: Event) => {
    const [start] = fingers
    if (!start) return
    tell(target, 'touchstart', fingers, fingers, original)
    const timer = setTimeout(() => {
      if (!press) return
      press.isLong = true
      tell(target, 'longpress', fingers, fingers, original)
    }, LONG_PRESS_MS)
    press = { start, timer, isLong: false }
    showPressed(target)
  }

  const move = (target: Element, fingers: Finger[], original: Event) => {
    const [now] = fingers
    if (tell(target, 'touchmove', fingers, fingers, original) && original.cancelable)
      original.preventDefault()
    if (!press || !now) return
    if (Math.hypot(now.clientX - press.start.clientX, now.clientY - press.start.clientY) > STILL_PX) letGo()
  }

  const end = (target: Element, left: Finger[], lifted: Finger[], original: Event) => {
    tell(target, 'touchend', left, lifted, original)
    letGo()
  }

  const letGo = () => {
    if (press) clearTimeout(press.timer)
    press = null
    releasePressed()
  }

  stage.addEventListener('touchstart', (e) => begin(of(e), fingers(e.touches), e), { passive: true })
  stage.addEventListener('touchmove', (e) => move(of(e), fingers(e.touches), e), { passive: false })
  stage.addEventListener('touchend', (e) => end(of(e), fingers(e.touches), fingers(e.changedTouches), e))
  stage.addEventListener('touchcancel', (e) => {
    tell(of(e), 'touchcancel', fingers(e.touches), fingers(e.changedTouches), e)
    letGo()
  })
  let held: Element | null = null
  stage.addEventListener('mousedown', (e) => {
    held = of(e)
    begin(held, [finger(e)], e)
  })
  addEventListener('mousemove', (e) => held && move(held, [finger(e)], e))
  addEventListener('mouseup', (e) => {
    if (held) end(held, [], [finger(e)], e)
    held = null
  })
  stage.addEventListener('click', (e) => {
    const target = of(e)
    if (target.closest<Part>('wx-button')?.flag('disabled')) return
    const at = finger(e)
    emit(
      target,
      'tap',
      { x: at.pageX, y: at.pageY },
      { bubbles: true, extra: { touches: [at], changedTouches: [at] }, original: e },
    )
  })
}

const of = (event: Event): Element => event.target as Element

function tell(
  target: Element,
  type: string,
  touches: Finger[],
  changedTouches: Finger[],
  original: Event,
): boolean {
  const [first] = changedTouches
  const detail = { x: first?.pageX ?? 0, y: first?.pageY ?? 0 }
  return emit(target, type, detail, { bubbles: true, extra: { touches, changedTouches }, original })
}

const fingers = (list: TouchList): Finger[] =>
  Array.from(list, ({ identifier, pageX, pageY, clientX, clientY }) => ({
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
  }))

const finger = ({ pageX, pageY, clientX, clientY }: MouseEvent): Finger => ({
  identifier: 0,
  pageX,
  pageY,
  clientX,
  clientY,
})

const pressed: { part: Part; classes: string[]; timer: ReturnType<typeof setTimeout> }[] = []

/** `hover-class` on every pressed ancestor, after its start time, until one of them stops it. */
function showPressed(target: Element): void {
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (!(element instanceof Part)) continue
    const isButton = element.localName === 'wx-button'
    const name = element.text('hover-class', isButton ? 'button-hover' : 'none')
    if (name === 'none' || name === '' || element.flag('disabled')) continue
    const part = element
    const classes = name.split(/\s+/)
    const timer = setTimeout(
      () => part.classList.add(...classes),
      Number(part.prop('hover-start-time') ?? 50),
    )
    pressed.push({ part, classes, timer })
    if (part.flag('hover-stop-propagation')) return
  }
}

function releasePressed(): void {
  for (const { part, classes, timer } of pressed.splice(0)) {
    clearTimeout(timer)
    setTimeout(() => part.classList.remove(...classes), Number(part.prop('hover-stay-time') ?? 400))
  }
}
