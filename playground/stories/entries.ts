/** A door into the shop: a compile mode of DevTools, and an opening in the playground. */
export interface Entry {
  readonly title: string
  readonly page: string
  /** `{name}` stands for a token of the demo shop (demo/data/tokens.json). */
  readonly query: string
  readonly scene: number
  readonly isSinglePage?: boolean
  /** Who opens it in DevTools, and the group the card lies in, by their names in the simulator. */
  readonly as?: string
  readonly group?: string
}

const PRODUCT = 'pages/product/index'
const HOME = 'pages/home/index'
const WORKBENCH = 'packages/staff/pages/workbench/index'

export const ENTRIES = {
  groupCard: {
    title: '群聊卡片 1008：林悦分享的商品',
    page: PRODUCT,
    query: 't={staffCard}',
    scene: 1008,
    as: 'lu-anqi',
    group: 'chunfeng-1',
  },
  groupCardWithTicket: {
    title: '群聊卡片带 shareTicket 1044（请在界面里选模拟群）',
    page: PRODUCT,
    query: 't={staffCard}',
    scene: 1044,
    as: 'lu-anqi',
    group: 'chunfeng-1',
  },
  groupTool: {
    title: '群工具 1158（请在界面里选模拟群）',
    page: PRODUCT,
    query: 't={staffCard}',
    scene: 1158,
    as: 'qin-jiahui',
    group: 'chunfeng-1',
  },
  singleChat: {
    title: '单聊卡片 1007',
    page: PRODUCT,
    query: 't={staffCard}',
    scene: 1007,
    as: 'yu-yinuo',
  },
  code: {
    title: '小程序码 1047（scene 只有分享码）',
    page: PRODUCT,
    query: 'scene={code}',
    scene: 1047,
    as: 'yu-yinuo',
  },
  codeEncoded: {
    title: '小程序码 1047（scene 编码为 t%3D…）',
    page: PRODUCT,
    query: 'scene=t%3D{code}',
    scene: 1047,
    as: 'yu-yinuo',
  },
  moments: {
    title: '朋友圈单页 1154',
    page: PRODUCT,
    query: 't={moments}',
    scene: 1154,
    isSinglePage: true,
  },
  fromMoments: {
    title: '从朋友圈单页前往小程序 1155',
    page: PRODUCT,
    query: 't={moments}',
    scene: 1155,
    as: 'yu-yinuo',
  },
  relay: {
    title: '转发：顾客转发林悦的卡片',
    page: PRODUCT,
    query: 't={relayCard}',
    scene: 1008,
    as: 'zeng-lei',
    group: 'jiangan',
  },
  groupWithoutCard: {
    title: '无卡片：从群里直接打开首页',
    page: HOME,
    query: '',
    scene: 1008,
    as: 'jiang-yating',
    group: 'jiangan',
  },
  unknownToken: {
    title: '不认识的分享码',
    page: PRODUCT,
    query: 't={unknownCard}',
    scene: 1008,
    as: 'jiang-yating',
  },
  expiredToken: {
    title: '过期的分享码',
    page: PRODUCT,
    query: 't={expiredCard}',
    scene: 1008,
    as: 'jiang-yating',
  },
  homeCard: {
    title: '首页卡片：林悦分享到春风小区1群',
    page: HOME,
    query: 't={homeCard}',
    scene: 1008,
    as: 'qin-jiahui',
    group: 'chunfeng-1',
  },
  staff: { title: '店员：林悦的工作台', page: WORKBENCH, query: '', scene: 1001, as: 'lin-yue' },
  staffGroup: {
    title: '店员：从群里打开，认领我的群',
    page: 'packages/staff/pages/groups/index',
    query: '',
    scene: 1158,
    as: 'lin-yue',
    group: 'chunfeng-2',
  },
  manager: { title: '店长', page: WORKBENCH, query: '', scene: 1001, as: 'zhou-min' },
  invitation: {
    title: '店长的邀请：成为店员',
    page: 'packages/staff/pages/join/index',
    query: 'code={invitation}',
    scene: 1007,
    as: 'yu-yinuo',
  },
  list: { title: '新顾客：第一次打开首页', page: HOME, query: '', scene: 1001 },
  unknownScene: { title: '不认识的场景值 9999', page: HOME, query: '', scene: 9999, as: 'yu-yinuo' },
} as const satisfies Record<string, Entry>

export type EntryName = keyof typeof ENTRIES

/** The entry's query with the demo shop's tokens in it. */
export const queryOf = (entry: Entry, tokens: Readonly<Record<string, string>>): string =>
  entry.query.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(tokens[name] ?? name))
