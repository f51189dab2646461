import type { Story } from './story'

export const moments: Story = {
  name: 'moments',
  title: '朋友圈里看一眼',
  shows: '朋友圈单页没有登录：商品只读，没有购买按钮，不收集任何人；点「前往小程序」才进店。',
  scene: '朋友圈里有林悦分享的商品，没来过的人点开（场景值 1154），再前往小程序（1155）',
  expected: '单页里看得到商品，看不到购买、登录和诱导的话；前往小程序后可以正常购买',
  entries: ['moments', 'fromMoments'],
  people: { passer: { name: '路过的人', phone: 0 } },
  steps: [
    {
      who: 'passer',
      say: '在朋友圈点开商品。',
      do: (_, stage) => stage.enters('passer', 'moments'),
      see: (hand) => hand.sees('正在以单页方式浏览'),
    },
    {
      who: 'passer',
      say: '只能看：没有购买的按钮。',
      see: (hand) => hand.misses('.product__buy'),
    },
    {
      who: 'passer',
      say: '点微信自己的「前往小程序」。',
      do: (hand) => hand.tap('#single-page'),
      see: (hand) => hand.sees('.product__buy'),
    },
  ],
}
