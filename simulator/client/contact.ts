import { Type } from '@sinclair/typebox'
import type { Endpoint } from '../http/endpoint'
import { APPID } from '../identity'
import { openidOf } from '../names'
import { announcePush } from '../push/events'
import { messageId } from '../push/seal'
import type { World } from '../world'
import { bodyOf, done } from './manners'
import { Name } from './names'

const Body = Type.Object({
  user: Name,
  sessionFrom: Type.Optional(Type.String({ maxLength: 1024 })),
  /** Sent where the button shows a card and the user taps it. */
  card: Type.Optional(
    Type.Object({ title: Type.String(), path: Type.String(), img: Type.Optional(Type.String()) }),
  ),
  text: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
})

/** POST /client/contact: `<button open-type="contact">`: enters the customer-service chat and says what is given. */
export const contact = (world: World): Endpoint => ({
  name: 'client_contact',
  method: 'POST',
  path: '/client/contact',
  answer(call) {
    const { user, sessionFrom = '', card, text } = bodyOf(call, Body)
    const openid = openidOf(user)
    const tell = (fields: object) => announcePush(world, openid, fields as Record<string, unknown>, user)
    tell({ MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: sessionFrom })
    if (card) {
      const page = { Title: card.title, AppId: APPID, PagePath: card.path, ThumbUrl: card.img ?? '' }
      tell({ MsgType: 'miniprogrampage', MsgId: messageId(), ...page })
    }
    if (text) tell({ MsgType: 'text', MsgId: messageId(), Content: text })
    return done('contact', {}, user)
  },
})
