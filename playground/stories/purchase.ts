import { choosesToBuy, givesAddress, looksAtCredit, pays, seesCredit } from './deeds'
import type { Story } from './story'

export const purchase: Story = {
  name: 'purchase',
  title: '第一次从群卡片下单',
  shows: '新顾客从群聊卡片进店，一分钟内付款；分享卡片的导购当场看到这一单和归属理由。',
  scene: '「春风小区1群」里有导购林悦分享的商品卡片；新顾客第一次打开小店',
  expected: '顾客看到「已支付」；林悦的归属订单一两秒内出现这一单，理由写明从哪个群打开了她分享的卡片',
  entries: ['groupCard', 'groupCardWithTicket', 'staff'],
  people: {
    buyer: { name: '新顾客小王', phone: 0 },
    staff: { name: '导购林悦', user: 'lin-yue', phone: 1 },
  },
  steps: [
    {
      who: 'staff',
      say: '打开工作台的「归属订单」，看着最新的一单。',
      do: (hand, stage) => looksAtCredit(hand, stage, 'staff'),
    },
    {
      who: 'buyer',
      say: '在「春风小区1群」里点开林悦分享的苹果卡片。',
      do: (_, stage) => stage.opensCard('buyer', 'group:chunfeng-1', '红富士'),
      see: (hand) => hand.sees('.product__buy'),
    },
    {
      who: 'buyer',
      say: '立即购买，选好规格。',
      do: choosesToBuy,
      see: (hand) => hand.sees('.checkout__pay'),
    },
    {
      who: 'buyer',
      say: '第一次用到地址，先看清楚用途再同意，然后从微信地址里选一个。',
      do: (hand) => givesAddress(hand),
    },
    { who: 'buyer', say: '提交并支付。', do: pays, see: (hand) => hand.sees('已支付') },
    {
      who: 'staff',
      say: '不用刷新：这一单自己出现了，理由是从群里打开了林悦分享的卡片。',
      see: (hand, stage) => seesCredit(hand, stage, '春风小区1群'),
    },
  ],
}
