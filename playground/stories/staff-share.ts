import { choosesToBuy, givesAddress, looksAtCredit, pays, seesCredit } from './deeds'
import type { Story } from './story'

export const staffShare: Story = {
  name: 'staff-share',
  title: '导购分享商品和小程序码',
  shows: '导购从商品页分享到自己的群，也可以把小程序码给人扫：两条路都记在导购名下。',
  scene: '林悦在小店里挑一件商品分享到「春风小区2群」，又在「我的分享」打开首页的小程序码给人扫',
  expected: '群里出现带标题和图片的卡片；从卡片来的订单归林悦；扫码能打开小店',
  entries: ['singleChat', 'code', 'codeEncoded', 'staffGroup'],
  people: {
    staff: { name: '导购林悦', user: 'lin-yue', phone: 1 },
    buyer: { name: '二群的新顾客', phone: 0 },
    scanner: { name: '扫码的人', phone: 0 },
  },
  steps: [
    {
      who: 'staff',
      say: '打开自己分享过的商品，再分享到「春风小区2群」。',
      do: async (hand, stage) => {
        await stage.opensCard('staff', 'single:lin-yue', '红富士')
        await hand.sees('.product__buy')
        await hand.shares('group:chunfeng-2', '.product__share')
      },
    },
    {
      who: 'staff',
      say: '看着「归属订单」最新的一单。',
      do: (hand, stage) => looksAtCredit(hand, stage, 'staff'),
    },
    {
      who: 'buyer',
      say: '在「春风小区2群」点开卡片，下单付款。',
      do: async (hand, stage) => {
        await stage.opensCard('buyer', 'group:chunfeng-2')
        await choosesToBuy(hand)
        await givesAddress(hand)
        await pays(hand)
      },
      see: (hand) => hand.sees('已支付'),
    },
    {
      who: 'staff',
      say: '归属订单里出现了这一单。',
      see: (hand, stage) => seesCredit(hand, stage, '春风小区2群'),
    },
    {
      who: 'staff',
      say: '在「我的分享」打开小店首页的小程序码，存进相册。',
      do: async (hand, stage) => {
        await stage.opensPage('staff', 'packages/staff/pages/shares/index')
        await hand.tap('.shares__code')
        await hand.sees('.code-sheet__code img')
        await hand.tap('.code-sheet__save')
        await hand.tap('同意并继续')
      },
      see: (hand) => hand.sees('已存到相册'),
    },
    {
      who: 'scanner',
      say: '扫这个码。',
      do: (_, stage) => stage.scans('scanner', 'staff'),
      see: (hand) => hand.isAt('pages/home/index'),
    },
    {
      who: 'scanner',
      say: '店里印着的商品海报也能扫，带不带「t=」都认得。',
      do: async (hand, stage) => {
        await stage.enters('scanner', 'code')
        await hand.sees('.product__buy')
        await stage.enters('scanner', 'codeEncoded')
      },
      see: (hand) => hand.sees('.product__buy'),
    },
  ],
}
