import { choosesToBuy, givesAddress, looksAtCredit, pays, seesCredit } from './deeds'
import type { Story } from './story'

export const relay: Story = {
  name: 'relay',
  title: '顾客转发，功劳还是导购的',
  shows: '顾客把卡片转到另一个群，群友从那里下单：只记一层，归最初分享的导购，不记是谁转发的。',
  scene: '顾客打开林悦的卡片后，再从小店分享到「江岸花园鲜货群」，另一位顾客从那个群打开',
  expected: '订单的群是「江岸花园鲜货群」，归属仍是林悦；转发人没有任何记录，也没有第二层',
  entries: ['relay'],
  people: {
    forwarder: { name: '热心邻居', phone: 0 },
    buyer: { name: '江岸的新顾客', phone: 0 },
    staff: { name: '导购林悦', user: 'lin-yue', phone: 1 },
  },
  steps: [
    {
      who: 'staff',
      say: '看着「归属订单」最新的一单。',
      do: (hand, stage) => looksAtCredit(hand, stage, 'staff'),
    },
    {
      who: 'forwarder',
      say: '在「春风小区1群」打开林悦的卡片。',
      do: (_, stage) => stage.opensCard('forwarder', 'group:chunfeng-1', '红富士'),
      see: (hand) => hand.sees('.product__buy'),
    },
    {
      who: 'forwarder',
      say: '点商品页的分享，发到「江岸花园鲜货群」。',
      do: (hand) => hand.shares('group:jiangan', '.product__share'),
    },
    {
      who: 'buyer',
      say: '在「江岸花园鲜货群」点开这张卡片。',
      do: (_, stage) => stage.opensCard('buyer', 'group:jiangan', ''),
      see: (hand) => hand.sees('.product__buy'),
    },
    {
      who: 'buyer',
      say: '下单并付款。',
      do: async (hand) => {
        await choosesToBuy(hand)
        await givesAddress(hand)
        await pays(hand)
      },
      see: (hand) => hand.sees('已支付'),
    },
    {
      who: 'staff',
      say: '这一单算林悦的，理由里写着转发和新的群。',
      see: (hand, stage) => seesCredit(hand, stage, '江岸花园鲜货群'),
    },
    {
      who: 'buyer',
      say: '在聊天里直接转发卡片也一样：卡片原样出现在「一位朋友」那里。',
      do: async (_, stage) => {
        await stage.forwards('group:jiangan', 'single:friend')
        await stage.opensCard('buyer', 'single:friend')
      },
      see: (hand) => hand.sees('.product__buy'),
    },
  ],
}
