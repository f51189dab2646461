import { type Endpoint, json } from '../http/endpoint'
import type { MadeCode } from '../state'
import type { World } from '../world'
import { AppFailure } from './manners'

const SCANNED = 1047

/** What the app opens when a code is scanned. */
const opened = ({ id, page, scene, envVersion }: MadeCode) => ({
  id,
  path: page,
  // Inside a code the content arrives URL-encoded once, as query.scene.
  query: { scene: encodeURIComponent(scene) },
  scene: SCANNED,
  envVersion,
})

/** GET /client/codes?scene=: the codes made so far, all or those that carry this scene. */
export const codes = (world: World): Endpoint => ({
  name: 'client_codes',
  method: 'GET',
  path: '/client/codes',
  answer: ({ query }) =>
    json(200, {
      codes: Object.values(world.state.codes)
        .filter((code) => query.scene === undefined || code.scene === query.scene)
        .map(opened),
    }),
})

/** GET /client/codes/:id: scans a code. Its id stands in the picture as the PNG text "Code". */
export const scanCode = (world: World): Endpoint => ({
  name: 'client_scan',
  method: 'GET',
  path: '/client/codes/:id',
  answer({ params }) {
    const code = world.state.codes[params.id ?? '']
    if (code === undefined) throw new AppFailure('scanCode:fail no such code')
    return json(200, { errMsg: 'scanCode:ok', ...opened(code) })
  },
})
