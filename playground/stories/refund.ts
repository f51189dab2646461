import { choosesToBuy, givesAddress, looksAtCredit, pays, seesCredit } from './deeds'
import type { Story } from './story'

export const refund: Story = {
  name: 'refund',
  title: '没发货，马上退款',
  shows: '发货前退款当场原路退回；导购的归属同时冲回，一分不多一分不少。',
  scene: '新顾客从林悦的卡片下单付款，还没发货就不想要了',
  expected: '选原因、提交后显示退款进度直到「已退款」；林悦的归属订单变为已退款，成交归零',
  entries: ['groupCardWithTicket'],
  people: {
    buyer: { name: '改主意的顾客', phone: 0 },
    staff: { name: '导购林悦', user: 'lin-yue', phone: 1 },
  },
  steps: [
    {
      who: 'staff',
      say: '看着「归属订单」最新的一单。',
      do: (hand, stage) => looksAtCredit(hand, stage, 'staff'),
    },
    {
      who: 'buyer',
      say: '从群里打开卡片，下单付款。',
      do: async (hand, stage) => {
        await stage.enters('buyer', 'groupCardWithTicket')
        await choosesToBuy(hand)
        await givesAddress(hand)
        await pays(hand)
      },
      see: (hand) => hand.sees('已支付'),
    },
    {
      who: 'staff',
      say: '这一单出现了。',
      see: async (hand, stage) => {
        await seesCredit(hand, stage, '春风小区1群')
        stage.notes.set('newest', await hand.reads('.credited-order'))
      },
    },
    {
      who: 'buyer',
      say: '打开订单，申请退款，选一个原因。',
      do: async (hand) => {
        await hand.tap('.pay-result__order')
        await hand.tap('.order-detail__refund')
        await hand.tap('.why__reasons .chip')
        await hand.tap('.refund__submit')
      },
      see: (hand) => hand.isAt('packages/orders/pages/after-sale/index'),
    },
    { who: 'buyer', say: '钱原路退回了。', see: (hand) => hand.sees('已退款') },
    {
      who: 'staff',
      say: '归属也跟着冲回，不用任何人动手。',
      see: (hand, stage) => seesCredit(hand, stage, '已退款'),
    },
  ],
}
