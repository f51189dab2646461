/** A picture a person saved, with the mini-program code it shows, if any. */
export interface Saved {
  readonly url: string
  readonly code: string | null
  readonly at: number
}

const MOST_KEPT = 6
const keyOf = (user: string) => `phone:${user}:album`

/** The pictures in a person's album, newest first. Every phone of the playground sees the same album of a person. */
export const albumOf = (user: string): Saved[] =>
  JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]') as Saved[]

export function saveToAlbum(user: string, saved: Saved): void {
  localStorage.setItem(keyOf(user), JSON.stringify([saved, ...albumOf(user)].slice(0, MOST_KEPT)))
}
