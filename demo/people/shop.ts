/** The people who serve, and the chats they serve in. */
export type Staff = {
  readonly id: string
  readonly user: string
  readonly name: string
  readonly title: string
  readonly role: 'manager' | 'staff'
  readonly intro: string
  readonly initials: string
  readonly tint: string
}

export type Group = {
  readonly id: string
  readonly group: string
  readonly name: string
  readonly community: string
  readonly owner: string
  readonly memberCount: number
  readonly taste: string
}

export const STAFF: readonly Staff[] = [
  {
    id: 'zhou-min',
    user: 'zhou-min',
    name: '周敏',
    title: '店长',
    role: 'manager',
    intro: '开店六年，选品我把关，有不满意直接找我。',
    initials: '周敏',
    tint: '#E5532D',
  },
  {
    id: 'lin-yue',
    user: 'lin-yue',
    name: '林悦',
    title: '春风小区管家',
    role: 'staff',
    intro: '水果我天天尝，甜不甜先问我。',
    initials: '林悦',
    tint: '#1E9E62',
  },
  {
    id: 'chen-hao',
    user: 'chen-hao',
    name: '陈昊',
    title: '生鲜管家',
    role: 'staff',
    intro: '凌晨去码头挑鱼，怎么做也能教你。',
    initials: '陈昊',
    tint: '#2E7D9A',
  },
  {
    id: 'su-qing',
    user: 'su-qing',
    name: '苏晴',
    title: '宝妈管家',
    role: 'staff',
    intro: '两个孩子的妈妈，尿不湿选码问我准没错。',
    initials: '苏晴',
    tint: '#B8567A',
  },
  {
    id: 'he-wei',
    user: 'he-wei',
    name: '何伟',
    title: '社区管家',
    role: 'staff',
    intro: '米面粮油我送上楼，老人家不用下来拿。',
    initials: '何伟',
    tint: '#8A6A2F',
  },
  {
    id: 'xu-jiayi',
    user: 'xu-jiayi',
    name: '许嘉怡',
    title: '零食管家',
    role: 'staff',
    intro: '新品我先吃过，踩过的雷不会让你再踩。',
    initials: '嘉怡',
    tint: '#6A5AA8',
  },
]

export const GROUPS: readonly Group[] = [
  {
    id: 'chunfeng-1',
    group: 'chunfeng-1',
    name: '春风小区1群',
    community: '春风小区',
    owner: 'lin-yue',
    memberCount: 186,
    taste: '水果',
  },
  {
    id: 'chunfeng-2',
    group: 'chunfeng-2',
    name: '春风小区2群',
    community: '春风小区',
    owner: 'lin-yue',
    memberCount: 142,
    taste: '蔬菜豆制品',
  },
  {
    id: 'jiangan',
    group: 'jiangan',
    name: '江岸花园鲜货群',
    community: '江岸花园',
    owner: 'chen-hao',
    memberCount: 213,
    taste: '海鲜水产',
  },
  {
    id: 'mama',
    group: 'mama',
    name: '云杉宝妈互助群',
    community: '云杉里',
    owner: 'su-qing',
    memberCount: 158,
    taste: '母婴家居',
  },
  {
    id: 'xinyuan',
    group: 'xinyuan',
    name: '馨园老邻居',
    community: '馨园',
    owner: 'he-wei',
    memberCount: 97,
    taste: '粮油调味',
  },
  {
    id: 'keji',
    group: 'keji',
    name: '科创园下午茶',
    community: '科创公寓',
    owner: 'xu-jiayi',
    memberCount: 264,
    taste: '零食饮料',
  },
  {
    id: 'yunshan',
    group: 'yunshan',
    name: '云杉里吃货小分队',
    community: '云杉里',
    owner: 'chen-hao',
    memberCount: 121,
    taste: '肉禽蛋',
  },
  {
    id: 'huiyuan',
    group: 'huiyuan',
    name: '店长会员群',
    community: '馨园',
    owner: 'zhou-min',
    memberCount: 75,
    taste: '日用清洁',
  },
]
