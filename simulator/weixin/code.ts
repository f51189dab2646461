import { createHash } from 'node:crypto'
import { Type } from '@sinclair/typebox'
import type { Endpoint } from '../http/endpoint'
import { drawCode } from '../png/code-picture'
import type { World } from '../world'
import { bodyOf, Errcode, requireToken } from './manners'

const channel = Type.Union([
  Type.Integer({ minimum: 0, maximum: 255 }),
  Type.String({ pattern: '^\\d{1,3}$' }),
])
const Body = Type.Object({
  scene: Type.String(),
  page: Type.Optional(Type.String()),
  check_path: Type.Optional(Type.Boolean()),
  env_version: Type.Optional(
    Type.Union([Type.Literal('release'), Type.Literal('trial'), Type.Literal('develop')]),
  ),
  width: Type.Optional(Type.Integer()),
  auto_color: Type.Optional(Type.Boolean()),
  line_color: Type.Optional(Type.Object({ r: channel, g: channel, b: channel })),
  is_hyaline: Type.Optional(Type.Boolean()),
})
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/

/** POST /wxa/getwxacodeunlimit: a picture, and the memory of what scanning it opens. */
export const getWxaCodeUnlimit = (world: World): Endpoint => ({
  name: 'getwxacodeunlimit',
  method: 'POST',
  path: '/wxa/getwxacodeunlimit',
  answer(call) {
    requireToken(call, world)
    const body = bodyOf(call, Body)
    const { scene, page = 'pages/home/index', env_version: envVersion = 'release', width = 430 } = body
    if (scene.length < 1 || scene.length > 32)
      throw new Errcode(40169, 'invalid length for scene, or the data is not json string')
    if (!SCENE.test(scene)) throw new Errcode(40129, 'invalid scene')
    if (scene.startsWith('scancode_time')) throw new Errcode(85096, 'scancode_time is reserved')
    if (page.startsWith('/') || page.includes('?')) throw new Errcode(41030, 'invalid page')
    if (width < 280 || width > 1280) throw new Errcode(40097, 'invalid width')
    const id = createHash('sha256').update(`${page}?${scene}#${envVersion}`).digest('hex').slice(0, 16)
    world.state.codes[id] = { id, scene, page, envVersion }
    world.changed()
    const { r = 0, g = 0, b = 0 } = body.line_color ?? {}
    const picture = drawCode(id, {
      size: width,
      color: [Number(r), Number(g), Number(b)],
      isTransparent: body.is_hyaline ?? false,
    })
    return { status: 200, type: 'image/png', body: picture, about: scene }
  },
})
