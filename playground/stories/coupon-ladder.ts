import { choosesToBuy, givesAddress, pays } from './deeds'
import type { Story } from './story'

const LADDER = '.ladder-card'
const NAME = '邻里阶梯满减'
const COUPONS_TAB = ['#tabs .tab', '领券'] as const

export const couponLadder: Story = {
  name: 'coupon-ladder',
  title: '阶梯券：领到、升级、用掉',
  shows: '整条阶梯一眼看清：现在能领哪一档、下一档差多少；消费够了，没用的券可以升到更高一档。',
  scene: '新顾客领「邻里阶梯满减」的第一档，买了 ¥500 以上的东西成为银卡，再把没用的券升级',
  expected: '领取后按钮变为已领；付款后出现「升级」，升级后原来那张不见了，换成满99减15；下一单自动用上',
  entries: ['homeCard'],
  people: { member: { name: '想省钱的新顾客', phone: 0 } },
  steps: [
    {
      who: 'member',
      say: '从群卡片进店，打开「领券」，看到整条阶梯。',
      do: async (hand, stage) => {
        await stage.enters('member', 'homeCard')
        await hand.tap(COUPONS_TAB)
      },
      see: (hand) => hand.sees([LADDER, NAME]),
    },
    {
      who: 'member',
      say: '一点就领到第一档：满59减5。每人两张，都领了。',
      do: async (hand) => {
        await hand.tap([`${LADDER}:has(.offer-button--take)`, NAME, '.offer-button--take'])
        await hand.sees('1 张可用')
        await hand.tap([`${LADDER}:has(.offer-button--take)`, NAME, '.offer-button--take'])
      },
      see: (hand) => hand.sees('已领 满59减5'),
    },
    {
      who: 'member',
      say: '买两盒龙井，这一单先不用券。',
      do: async (hand, stage) => {
        await stage.opensPage('member', 'pages/list/index', `q=${encodeURIComponent('龙井')}`)
        await hand.tap(['.feed-card', '龙井'])
        await hand.tap('.product__buy')
        await hand.tap('250克礼盒')
        await hand.tap('.stepper__side:last-child')
        await hand.tap('.sku-sheet__confirm')
        await givesAddress(hand)
        await hand.tap('.coupon-row')
        await hand.sees('.coupon-sheet .ticket--chosen')
        // The price for the new address may still be on its way: nothing can be chosen till then.
        await hand.misses('.coupon-sheet__done.button--loading')
        await hand.tap('.coupon-sheet .ticket--chosen')
        await hand.tap('不用券，就这样')
      },
      see: (hand) => hand.sees('这次没有用'),
    },
    { who: 'member', say: '付款，成为银卡。', do: pays, see: (hand) => hand.sees('已支付') },
    {
      who: 'member',
      say: '回到「领券」：同一张券可以升级了，点一下。',
      do: async (hand) => {
        await hand.tap('.pay-result__home')
        await hand.tap(COUPONS_TAB)
        await hand.tap([`${LADDER}:has(.offer-button--take)`, '可以升级到 满99减15', '.offer-button--take'])
      },
      see: (hand) => hand.sees('满99减15'),
    },
    {
      who: 'member',
      say: '下一单满 ¥99，店里已经选好最省的券。',
      do: async (hand, stage) => {
        await stage.opensPage('member', 'pages/list/index', `q=${encodeURIComponent('龙井')}`)
        await hand.tap(['.feed-card', '龙井'])
        await choosesToBuy(hand)
      },
      see: (hand) => hand.sees('已为你选好最省的券'),
    },
  ],
}
