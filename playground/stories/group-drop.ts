import { givesAddress, pays } from './deeds'
import type { Story } from './story'

const NAME = '春风小区专享券'
const COUPONS_TAB = ['#tabs .tab', '领券'] as const

export const groupDrop: Story = {
  name: 'group-drop',
  title: '群专享券',
  shows: '只有从这个群打开过的人能领；别的群的人看得到，也看得懂为什么领不了。从不要求转发。',
  scene: '「春风小区」的群专享券正在发放：一位邻居从群里打开，另一位从「江岸花园鲜货群」打开',
  expected: '群里的邻居一点就领到，结算时自动用上；外面的人看到原因，没有「分享解锁」',
  entries: ['groupWithoutCard', 'groupCardWithTicket'],
  people: {
    outsider: { name: '江岸花园的人', phone: 0 },
    neighbour: { name: '春风小区的邻居', phone: 0 },
  },
  steps: [
    {
      who: 'outsider',
      say: '从「江岸花园鲜货群」进店，看看「领券」：这张券写着谁能领。',
      do: async (hand, stage) => {
        await stage.enters('outsider', 'groupWithoutCard')
        await hand.tap(COUPONS_TAB)
      },
      see: async (hand) => {
        await hand.sees('邻里阶梯满减')
        await hand.misses(['.single-card:has(.offer-button--take)', NAME])
      },
    },
    {
      who: 'neighbour',
      say: '从「春风小区1群」的卡片进店，领到专享券。',
      do: async (hand, stage) => {
        await stage.enters('neighbour', 'groupCardWithTicket')
        await hand.sees('.product__buy')
        await hand.tap('.nav-home')
        await hand.tap(COUPONS_TAB)
        await hand.tap(['.single-card:has(.offer-button--take)', NAME, '.offer-button--take'])
      },
      see: (hand) => hand.sees(['.single-card', '去使用']),
    },
    {
      who: 'neighbour',
      say: '买三份苹果，券已经用上。',
      do: async (hand, stage) => {
        await stage.enters('neighbour', 'groupCardWithTicket')
        await hand.tap('.product__buy')
        await hand.tap('.stepper__side:last-child')
        await hand.tap('.stepper__side:last-child')
        await hand.tap('.sku-sheet__confirm')
        await givesAddress(hand)
      },
      see: (hand) => hand.sees('已为你选好最省的券'),
    },
    { who: 'neighbour', say: '付款。', do: pays, see: (hand) => hand.sees('已支付') },
  ],
}
