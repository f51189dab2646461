import { choosesToBuy, givesAddress } from './deeds'
import type { Story } from './story'

export const badLuck: Story = {
  name: 'bad-luck',
  title: '断网、取消、付款失败，再付一次',
  shows: '网络断了页面不白屏；取消或失败的支付可以接着付；钱扣了没有回音时，以店里查到的为准。',
  scene: '新顾客付款前断网，恢复后先取消支付、再让支付失败，最后扣款成功但微信没有回音',
  expected: '断网时说明原因并保留页面；取消和失败后订单待支付、可再付；没有回音时最终显示已支付，不会付两次',
  entries: ['groupCardWithTicket'],
  people: { buyer: { name: '信号不好的顾客', phone: 0 } },
  steps: [
    {
      who: 'buyer',
      say: '从群里打开商品，走到结算页，选好地址。',
      do: async (hand, stage) => {
        await stage.enters('buyer', 'groupCardWithTicket')
        await choosesToBuy(hand)
        await givesAddress(hand)
      },
      see: (hand) => hand.sees('.checkout__pay'),
    },
    {
      who: 'buyer',
      say: '网络断了：页面还在，只是付不了。',
      do: async (hand, stage) => {
        await stage.network('buyer', 'none')
        await hand.tap('.checkout__pay')
      },
      see: async (hand) => {
        await hand.sees('.button--loading')
        await hand.misses('.button--loading')
        await hand.sees('天平路')
      },
    },
    {
      who: 'buyer',
      say: '网络恢复，提交订单，但在付款时点了取消。',
      do: async (hand, stage) => {
        await stage.network('buyer', 'fine')
        await hand.tap('.checkout__pay')
        await hand.tap('.pay-cancel')
      },
      see: (hand) => hand.isAt('packages/orders/pages/detail/index'),
    },
    {
      who: 'buyer',
      say: '再付一次，银行卡余额不足。',
      do: async (hand) => {
        await hand.tap('.order-detail__pay')
        await hand.tap('.pay-fail')
      },
      see: (hand) => hand.sees('.order-detail__pay'),
    },
    {
      who: 'buyer',
      say: '第三次扣了款，微信却没有回音：店里自己去查，查到就是已支付。',
      do: async (hand) => {
        await hand.tap('.order-detail__pay')
        await hand.tap('.pay-unknown')
      },
      see: (hand) => hand.misses('.order-detail__pay'),
    },
  ],
}
