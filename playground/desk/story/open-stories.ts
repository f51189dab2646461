import { h } from '../../dom'
import { STORIES } from '../../stories/all'
import type { Story } from '../../stories/story'
import { drawGuide } from './guide'
import { Player, type Telling } from './player'
import type { Table } from './stage'

declare global {
  interface Window {
    /** How far the story asked for by the address has come: tests wait for it. */
    __story?: Telling
  }
}

/** The list of stories, and the one that the address asks for: `?story=purchase`, told by itself with `&fast=1`. */
export function openStories(table: Table & { readonly place: HTMLElement }): void {
  const select = h('select', { 'aria-label': '走一遍' }) as HTMLSelectElement
  select.append(new Option('走一遍…', ''), ...STORIES.map(({ name, title }) => new Option(title, name)))
  table.place.append(select)
  const panel = h('section', { id: 'guide', hidden: '' })
  document.body.append(panel)
  let player: Player | null = null

  const tell = async (story: Story, isFast: boolean) => {
    await player?.end()
    for (const phone of table.desk.phones) phone.end()
    const telling = new Player(table, story, isFast, () => {
      if (player !== telling) return
      window.__story = telling.telling
      drawGuide(panel, telling, { again: () => void tell(story, false), close })
    })
    player = telling
    drawGuide(panel, telling, { again: () => void tell(story, false), close })
    if (isFast) telling.play()
  }
  const close = () => {
    void player?.end()
    player = null
    panel.hidden = true
    select.value = ''
  }
  const chosen = (name: string) => STORIES.find((one) => one.name === name)
  select.addEventListener('change', () => {
    const story = chosen(select.value)
    if (story) void tell(story, false)
    else close()
  })

  const asked = new URLSearchParams(location.search)
  const story = chosen(asked.get('story') ?? '')
  if (!story) return
  select.value = story.name
  void tell(story, asked.has('fast'))
}
