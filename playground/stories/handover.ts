import { choosesToBuy, givesAddress, looksAtCredit, pays, seesCredit } from './deeds'
import type { Stage, Story } from './story'

const LEAVER = '小何'

export const handover: Story = {
  name: 'handover',
  title: '离职交接：卡片还在，功劳归接手的人',
  shows: '导购离职后，以前发出去的卡片照样能打开；之后的订单归接手的同事，理由写得明明白白。',
  scene: '店长邀请小何做导购；小何分享一件商品后离职，由林悦接手',
  expected: '小何离职后，从小何的旧卡片来的订单出现在林悦的归属订单里，理由写着由她接手',
  entries: ['manager', 'invitation', 'singleChat', 'staff'],
  people: {
    manager: { name: '店长周敏', user: 'zhou-min', phone: 1 },
    leaver: { name: `新导购${LEAVER}`, phone: 1 },
    heir: { name: '导购林悦', user: 'lin-yue', phone: 1 },
    buyer: { name: '收到旧卡片的人', phone: 0 },
  },
  steps: [
    {
      who: 'manager',
      say: `在工作台邀请${LEAVER}，把邀请卡片直接发出去。`,
      do: async (hand, stage) => {
        await stage.enters('manager', 'manager')
        await hand.tap('邀请导购')
        await hand.type(['.invite-sheet .field', '姓名'], LEAVER)
        await hand.type(['.invite-sheet .field', '头衔'], '见习管家')
        await hand.tap('.invite__make')
        await hand.sees('.invite__send')
        await hand.shares('single:friend', '.invite__send')
      },
    },
    {
      who: 'leaver',
      say: '打开邀请，接受。',
      do: async (hand, stage) => {
        await stage.opensCard('leaver', 'single:friend')
        await hand.tap('.join__accept')
      },
      see: (hand) => hand.sees('进入工作台'),
    },
    {
      who: 'leaver',
      say: '挑一件商品，分享给一位朋友。',
      do: async (hand, stage) => {
        await stage.opensPage('leaver', 'pages/list/index', `q=${encodeURIComponent('龙井')}`)
        await hand.tap(['.feed-card', '龙井'])
        await hand.sees('.product__buy')
        await hand.shares('single:friend', '.product__share')
      },
    },
    {
      who: 'manager',
      say: `${LEAVER}离职：店长把客户、群和还开着的分享都交给林悦。`,
      do: (_, stage) => handsOver(stage),
    },
    {
      who: 'heir',
      say: '看着「归属订单」最新的一单。',
      do: (hand, stage) => looksAtCredit(hand, stage, 'heir'),
    },
    {
      who: 'buyer',
      say: `点开${LEAVER}以前发来的卡片，下单付款。`,
      do: async (hand, stage) => {
        await stage.opensCard('buyer', 'single:friend')
        await choosesToBuy(hand)
        await givesAddress(hand)
        await pays(hand)
      },
      see: (hand) => hand.sees('已支付'),
    },
    {
      who: 'heir',
      say: `这一单归林悦，理由写着：${LEAVER}已离职，由她接手。`,
      see: (hand, stage) => seesCredit(hand, stage, `${LEAVER}已离职，由你接手`),
    },
  ],
}

interface Colleague {
  readonly staffId: string
  readonly name: string
  readonly state: string
}

/** The newest colleague of this name leaves, and everything goes to the heir. */
async function handsOver(stage: Stage): Promise<void> {
  const { items } = await stage.asks<{ items: Colleague[] }>('manager', 'GET', '/manage/staff')
  const serving = items.filter(({ state }) => state === 'in_service')
  const leaver = serving.find(({ name }) => name === LEAVER)
  const heir = serving.find(({ name }) => name === '林悦')
  if (!leaver || !heir) throw new Error(`${LEAVER} or 林悦 is not in service`)
  const plan = {
    staffId: leaver.staffId,
    form: 'leaver',
    rest: heir.staffId,
    groups: [],
    memberShares: [],
    covers: { members: true, groups: true, shares: true },
  }
  const { digest } = await stage.asks<{ digest: string }>(
    'manager',
    'POST',
    '/manage/handovers/preview',
    plan,
  )
  await stage.asks('manager', 'POST', '/manage/handovers', { plan, digest, reason: '离职' })
}
