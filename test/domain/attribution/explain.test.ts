import { decide } from '@domain/attribution/decide'
import { explain } from '@domain/attribution/explain'
import { LAST_SHARE, PROTECT_BINDING } from '@domain/attribution/policy'
import type { AttributionFacts } from '@domain/attribution/types'
import { aTouch, boundTo, daysBefore, left, owns, someFacts } from '../support/builders'

const NAMES = {
  staff: { li: '李晓', wang: '王芳', chen: '陈晨', zhao: '赵敏' },
  groups: { spring: '春风小区1群' },
}
const tell = (facts: Partial<AttributionFacts>, policy = LAST_SHARE) => {
  const attribution = decide(someFacts(facts), policy)
  return [explain(attribution, NAMES, 'staff'), explain(attribution, NAMES, 'manager')]
}
/** 7月3日 20:14, exactly seven days before the order. */
const AT = daysBefore(7)
const CARD = aTouch({ id: 't', at: AT, staff: 'li', groupId: 'spring' })
const VISIT = aTouch({ id: 't', at: AT, groupId: 'spring' })
const poster = { ...CARD, groupId: null, share: { ...CARD.share!, channel: 'poster' as const } }
const moments = { ...CARD, groupId: null, share: { ...CARD.share!, channel: 'moments' as const } }

describe('why an order is credited as it is', () => {
  it.each<[string, string[], string[]]>([
    [
      'a card opened in a group',
      tell({ touches: [CARD] }),
      ['7月3日 20:14 从「春风小区1群」打开你分享的卡片', '7月3日 20:14 从「春风小区1群」打开李晓分享的卡片'],
    ],
    [
      'a card opened somewhere else',
      tell({ touches: [{ ...CARD, groupId: null }] }),
      ['7月3日 20:14 打开你分享的卡片', '7月3日 20:14 打开李晓分享的卡片'],
    ],
    [
      'a poster',
      tell({ touches: [poster] }),
      ['7月3日 20:14 扫码打开你分享的海报', '7月3日 20:14 扫码打开李晓分享的海报'],
    ],
    [
      'Moments',
      tell({ touches: [moments] }),
      ['7月3日 20:14 打开你分享到朋友圈的页面', '7月3日 20:14 打开李晓分享到朋友圈的页面'],
    ],
    [
      'a forwarded card',
      tell({ touches: [aTouch({ id: 't', at: AT, staff: 'li', relays: 2, groupId: 'spring' })] }),
      [
        '7月3日 20:14 从「春风小区1群」打开转发来的卡片，最初由你分享',
        '7月3日 20:14 从「春风小区1群」打开转发来的卡片，最初由李晓分享',
      ],
    ],
    [
      'the card of somebody who left',
      tell({ touches: [CARD], leavers: [left('li', daysBefore(1), 'chen')] }),
      [
        '7月3日 20:14 从「春风小区1群」打开李晓分享的卡片，李晓已离职，由你接手',
        '7月3日 20:14 从「春风小区1群」打开李晓分享的卡片，李晓已离职，由陈晨接手',
      ],
    ],
    [
      'a group with an owner',
      tell({ touches: [VISIT], ownerships: [owns('wang', 'spring')] }),
      ['7月3日 20:14 从你负责的「春风小区1群」进店', '7月3日 20:14 从「春风小区1群」进店，群由王芳负责'],
    ],
    [
      'a group taken over',
      tell({
        touches: [VISIT],
        ownerships: [owns('wang', 'spring')],
        leavers: [left('wang', daysBefore(1), 'chen')],
      }),
      [
        '7月3日 20:14 从「春风小区1群」进店，该群原由王芳负责，现由你接手',
        '7月3日 20:14 从「春风小区1群」进店，该群原由王芳负责，现由陈晨接手',
      ],
    ],
    [
      'a serving staff member',
      tell({ binding: boundTo('zhao') }),
      ['这位顾客由你服务（6月1日起）', '这位顾客由赵敏服务（6月1日起）'],
    ],
    [
      'a protected serving staff member',
      tell({ touches: [CARD], binding: boundTo('zhao', daysBefore(3)) }, PROTECT_BINDING),
      [
        '这位顾客由你服务（6月1日起），近期买过，优先归你',
        '这位顾客由赵敏服务（6月1日起），近期买过，优先归赵敏',
      ],
    ],
  ])('is told for %s', (_, told, expected) => {
    expect(told).toEqual(expected)
  })
})

describe('why nobody earns an order', () => {
  it.each<[string, string[], string[]]>([
    [
      'a purchase of their own',
      tell({ touches: [CARD], buyerStaffId: 'li' }),
      ['本人下单，不计业绩', '李晓本人下单，不计业绩'],
    ],
    [
      'a blocked member',
      tell({ touches: [CARD], isMemberBlocked: true }),
      ['下单时这位顾客在黑名单中，不计业绩', '下单时这位顾客在黑名单中，不计业绩'],
    ],
    [
      'a leaver without successor',
      tell({ touches: [CARD], leavers: [left('li', daysBefore(1))] }),
      [
        '7月3日 20:14 从「春风小区1群」打开同事分享的卡片，但同事已离职且无人接手，不计业绩',
        '7月3日 20:14 从「春风小区1群」打开李晓分享的卡片，但李晓已离职且无人接手，不计业绩',
      ],
    ],
    [
      'a suspect opening',
      tell({ touches: [{ ...CARD, isSuspect: true }] }),
      [
        '7月3日 20:14 从「春风小区1群」打开同事分享的卡片，但这次打开被判为可疑，不计业绩',
        '7月3日 20:14 从「春风小区1群」打开李晓分享的卡片，但这次打开被判为可疑，不计业绩',
      ],
    ],
    [
      'a revoked card',
      tell({ touches: [{ ...CARD, groupId: null, share: { ...CARD.share!, status: 'revoked' } }] }),
      [
        '7月3日 20:14 打开同事分享的卡片，但该分享当时已失效，不计业绩',
        '7月3日 20:14 打开李晓分享的卡片，但该分享当时已失效，不计业绩',
      ],
    ],
    [
      'a card opened too long ago',
      tell({ touches: [{ ...CARD, at: AT - 60_000, groupId: null }] }),
      [
        '7月3日 20:13 打开同事分享的卡片，已超出归属期，不计业绩',
        '7月3日 20:13 打开李晓分享的卡片，已超出归属期，不计业绩',
      ],
    ],
    [
      'a group without owner',
      tell({ touches: [VISIT] }),
      [
        '7月3日 20:14 从「春风小区1群」进店，该群还没有负责人，不计业绩',
        '7月3日 20:14 从「春风小区1群」进店，该群还没有负责人，不计业绩',
      ],
    ],
    [
      'a customer who came by themselves',
      tell({}),
      ['没有找到分享、群或专属导购的记录，不计业绩', '没有找到分享、群或专属导购的记录，不计业绩'],
    ],
  ])('is told for %s', (_, told, expected) => {
    expect(told).toEqual(expected)
  })

  it('describes what has no name instead of leaving a hole', () => {
    const attribution = decide(someFacts({ touches: [{ ...CARD, groupId: 'new' }] }), LAST_SHARE)
    expect(explain(attribution, { staff: {}, groups: {} }, 'manager')).toBe(
      '7月3日 20:14 从「未命名的群」打开一位导购分享的卡片',
    )
  })
})
