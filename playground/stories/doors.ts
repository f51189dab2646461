import type { EntryName } from './entries'
import type { Hand, Stage, Step, Story } from './story'

const opens =
  (entry: EntryName) =>
  (_: Hand, stage: Stage): Promise<void> =>
    stage.enters('visitor', entry)

const toProduct = (say: string, entry: EntryName): Step => ({
  who: 'visitor',
  say,
  do: opens(entry),
  see: (hand) => hand.sees('.product__buy'),
})

export const doors: Story = {
  name: 'doors',
  title: '每一扇门都打得开',
  shows: '过期、不认识的分享码，不认识的场景值，群工具和单聊：页面照常打开，只是记下来路不明。',
  scene: '同一位新顾客依次从各种入口进店；最后店长打开工作台',
  expected: '每个入口都看到该看的页面，没有报错，没有白屏',
  entries: [
    'unknownToken',
    'expiredToken',
    'groupTool',
    'singleChat',
    'list',
    'unknownScene',
    'invitation',
    'staffGroup',
    'manager',
  ],
  people: {
    visitor: { name: '到处点点的人', phone: 0 },
    staff: { name: '导购林悦', user: 'lin-yue', phone: 1 },
    manager: { name: '店长周敏', user: 'zhou-min', phone: 1 },
  },
  steps: [
    {
      who: 'visitor',
      say: '点开带着不认识分享码的卡片：不知道是哪件商品，也有路可走。',
      do: opens('unknownToken'),
      see: (hand) => hand.sees('去店里看看'),
    },
    toProduct('点开过期的卡片。', 'expiredToken'),
    toProduct('从群工具打开。', 'groupTool'),
    toProduct('从单聊打开。', 'singleChat'),
    {
      who: 'visitor',
      say: '从最近使用的列表打开首页。',
      do: opens('list'),
      see: (hand) => hand.isAt('pages/home/index'),
    },
    {
      who: 'visitor',
      say: '用一个将来才有的场景值打开首页。',
      do: opens('unknownScene'),
      see: (hand) => hand.isAt('pages/home/index'),
    },
    {
      who: 'visitor',
      say: '打开店长的邀请，看清楚再决定要不要成为店员。',
      do: opens('invitation'),
      see: (hand) => hand.isAt('packages/staff/pages/join/index'),
    },
    {
      who: 'staff',
      say: '从「春风小区2群」打开「我的群」。',
      do: (_, stage) => stage.enters('staff', 'staffGroup'),
      see: (hand) => hand.sees('春风小区2群'),
    },
    {
      who: 'manager',
      say: '打开工作台。',
      do: (_, stage) => stage.enters('manager', 'manager'),
      see: (hand) => hand.sees('邀请导购'),
    },
  ],
}
