import { h } from '../dom'
import { albumOf } from '../phone/album'
import { codesOnScreen } from '../phone/code-in-picture'
import { scannedCode } from '../phone/wx/simulator'
import { SCENES } from './chats'
import type { Desk } from './desk'

/** A code that somebody could point their phone at, or choose from their album. */
interface Scannable {
  readonly code: string
  /** Whose screen or album it is. */
  readonly user: string
  readonly where: string
  readonly scene: number
}

/** Codes within sight: on the screens of the phones, and in the albums of those who hold them. */
export async function drawScan(desk: Desk, body: HTMLElement): Promise<void> {
  const list = h('div')
  const look = async () => {
    const found = await scannables(desk)
    list.replaceChildren(
      ...(found.length > 0
        ? found.map((one) => drawScannable(desk, one))
        : [
            h('p', { class: 'hint' }, '手机屏幕上和相册里都没有小程序码：先在店员的「我的分享」里打开一个。'),
          ]),
    )
  }
  body.replaceChildren(h('button', { class: 'look-again', onclick: () => void look() }, '再看一眼'), list)
  await look()
}

export async function scannables({ phones }: Desk): Promise<Scannable[]> {
  const onScreens = await Promise.all(
    phones.map(async ({ screen, holder }) =>
      (screen ? await codesOnScreen(screen) : []).map((code) => ({
        code,
        user: holder.user,
        where: `${holder.name} 的手机屏幕`,
        scene: SCENES.code,
      })),
    ),
  )
  const inAlbums = phones.flatMap(({ holder }) =>
    albumOf(holder.user).flatMap(({ code }) =>
      code ? [{ code, user: holder.user, where: `${holder.name} 的相册`, scene: SCENES.codeInAlbum }] : [],
    ),
  )
  return [...onScreens.flat(), ...inAlbums]
}

export async function scan(desk: Desk, { code, scene }: Scannable, phone = desk.phone): Promise<void> {
  const { path, search } = await scannedCode(code)
  phone.open({ path, search, scene, group: null })
}

function drawScannable(desk: Desk, one: Scannable): HTMLElement {
  return h(
    'button',
    { class: 'card code', 'data-code': one.code, onclick: () => void scan(desk, one) },
    h('span', {}, one.where),
    h('b', {}, `小程序码 ${one.code}`),
    h('small', {}, one.scene === SCENES.code ? '扫一扫' : '从相册选取'),
  )
}
