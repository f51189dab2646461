/** Where a finger was, in px of the window. */
export interface Place {
  readonly x: number
  readonly y: number
}

interface Tap {
  readonly touches?: ArrayLike<{ readonly clientX?: number; readonly clientY?: number }>
  readonly changedTouches?: ArrayLike<{ readonly clientX?: number; readonly clientY?: number }>
}

/** Where on the window a tap fell; null where the container does not say. */
export function placeOf(event: unknown): Place | null {
  const { touches, changedTouches } = (event ?? {}) as Tap
  const touch = changedTouches?.[0] ?? touches?.[0]
  if (typeof touch?.clientX !== 'number' || typeof touch.clientY !== 'number') return null
  return { x: touch.clientX, y: touch.clientY }
}
