import type { Story } from './story'

const HOME = 'pages/home/index'

export const plainOrder: Story = {
  name: 'plain-order',
  title: '关掉个性化推荐',
  shows: '顾客随时可以关掉个性化推荐，首页换成店里的固定顺序，人人相同；再打开就恢复。',
  scene: '老顾客从群里打开首页，到「我的」里关掉个性化推荐',
  expected: '开关立刻生效并写明结果；首页不再有因人而异的理由；再次打开小店仍然是关着的',
  entries: ['homeCard', 'groupWithoutCard'],
  people: { member: { name: '老顾客秦佳慧', user: 'qin-jiahui', phone: 0 } },
  steps: [
    {
      who: 'member',
      say: '从「春风小区1群」的卡片打开首页。',
      do: (_, stage) => stage.enters('member', 'homeCard'),
      see: (hand) => hand.sees(['.group-strip', '春风小区1群']),
    },
    {
      who: 'member',
      say: '到「我的」，关掉个性化推荐。',
      do: async (hand) => {
        await hand.tap(['#tabs .tab', '我的'])
        await hand.sees('首页按你和群友的喜好排序')
        await hand.tap('[aria-label="个性化推荐"]')
      },
      see: (hand) => hand.sees('首页按店里的顺序，人人相同'),
    },
    {
      who: 'member',
      say: '回到首页：按店里的顺序排。',
      do: (hand) => hand.tap(['#tabs .tab', '首页']),
      see: (hand) => hand.isAt(HOME),
    },
    {
      who: 'member',
      say: '划掉小程序，再从群里直接打开，开关还是关着的。',
      do: async (hand, stage) => {
        await stage.ends('member')
        await stage.enters('member', 'groupWithoutCard')
        await hand.tap(['#tabs .tab', '我的'])
      },
      see: (hand) => hand.sees('首页按店里的顺序，人人相同'),
    },
    {
      who: 'member',
      say: '再打开，恢复原样。',
      do: (hand) => hand.tap('[aria-label="个性化推荐"]'),
      see: (hand) => hand.sees('首页按你和群友的喜好排序'),
    },
  ],
}
