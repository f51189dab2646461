import { h } from '../../dom'
import type { Player } from './player'

const WORDS = {
  ready: '准备好了',
  playing: '正在演示',
  paused: '停在这里',
  done: '演示完了',
  failed: '走不下去了',
}

interface Actions {
  readonly again: () => void
  readonly close: () => void
}

/** The panel beside the phones: what the story shows, where it stands, and play, pause, next, restart. */
export function drawGuide(panel: HTMLElement, player: Player, { again, close }: Actions): void {
  const { story, telling } = player
  const { state, at, fault } = telling
  const nameOf = (who: string) => story.people[who]?.name ?? who
  const steps = story.steps.map(({ who, say }, index) =>
    h(
      'li',
      { class: index < at ? 'past' : index === at && state !== 'done' ? 'now' : '' },
      h('b', {}, nameOf(who)),
      ` ${say}`,
    ),
  )
  const isEnded = state === 'done' || state === 'failed'
  const buttons = isEnded
    ? []
    : [
        state === 'playing'
          ? h('button', { class: 'pause', onclick: () => player.pause() }, '暂停')
          : h('button', { class: 'play', onclick: () => player.play() }, '播放'),
        h('button', { class: 'next', onclick: () => player.next() }, '下一步'),
      ]
  panel.hidden = false
  panel.replaceChildren(
    h('h2', {}, story.title),
    h('p', {}, story.shows),
    h('ol', {}, ...steps),
    h('p', { class: `state ${state}` }, fault ? `${WORDS[state]}：${fault}` : WORDS[state]),
    h(
      'div',
      { class: 'buttons' },
      ...buttons,
      h('button', { class: 'again', onclick: again }, '重来'),
      h('button', { class: 'close', onclick: close }, '关闭'),
    ),
  )
  panel.querySelector('.now')?.scrollIntoView({ block: 'nearest' })
}
