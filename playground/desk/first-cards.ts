import type { Cast } from '../host/cast'
import { apiUrl } from '../phone/addresses'
import type { Card } from './chats'

const APPLE = '烟台红富士苹果 脆甜多汁'

/** What lies in the chats before anybody shares: the demo shop's own share tokens. */
export function firstCards(cast: Cast): Record<string, Card[]> {
  const { staffCard, relayCard, homeCard, code, moments, expiredCard, unknownCard, invitation } = cast.tokens
  const staff = cast.tokens.staff ?? ''
  const sender = cast.staff.find(({ user }) => user === staff)?.name ?? '店员'
  const product = (token: string | undefined) => `/pages/product/index?t=${token ?? ''}`
  const home = (token: string | undefined) => `/pages/home/index${token ? `?t=${token}` : ''}`
  /** A card of the demo product shows its picture, as the shop's own answer to a share does. */
  const pictureFor = (title: string) =>
    title.startsWith(APPLE) && cast.tokens.productCode
      ? apiUrl(`/pictures/share/${cast.tokens.productCode}.jpg`)
      : null
  const card = (title: string, path: string, from = sender, withShareTicket = true): Card => ({
    title,
    path,
    imageUrl: pictureFor(title),
    sender: from,
    withShareTicket,
  })
  const [first, second, third] = cast.groups.map(({ group }) => `group:${group}`)
  const invitations = invitation
    ? [card('店长邀请你成为店员', `/packages/staff/pages/join/index?code=${invitation}`, '店长')]
    : []
  return {
    ...(first && {
      [first]: [card(APPLE, product(staffCard)), card('到群店逛逛', home(homeCard))],
    }),
    ...(second && { [second]: [card(`${APPLE}（转发）`, product(relayCard), '一位邻居')] }),
    ...(third && { [third]: [card('没有分享码的卡片', home(undefined), '一位群友', false)] }),
    'group:wild-market': [
      card('过期的卡片', product(expiredCard)),
      card('不认识的分享码', product(unknownCard), '陌生人'),
    ],
    [`single:${staff}`]: [card(APPLE, product(staffCard))],
    'single:friend': [card(APPLE, product(relayCard), '一位朋友'), ...invitations],
    moments: [card(APPLE, product(moments))],
    scan: [card(`海报：${APPLE}`, `/pages/product/index?scene=${encodeURIComponent(code ?? '')}`)],
  }
}
