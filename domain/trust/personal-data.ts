/** One thing the shop keeps of a person: why, how long, and what erasure does to it. Shown to members as it stands. */
export interface PersonalDataItem {
  readonly item: string
  readonly purpose: string
  readonly retention: string
  readonly onErasure: string
}

export const PERSONAL_DATA: readonly PersonalDataItem[] = [
  {
    item: '微信 openid、unionid',
    purpose: '登录和识别同一位顾客',
    retention: '注销前',
    onErasure: '换成随机代号，不能再认出你',
  },
  {
    item: '登录会话',
    purpose: '保持登录、解开群来源',
    retention: '30 天不使用即失效',
    onErasure: '立即失效，密钥删除',
  },
  {
    item: '昵称、手机号',
    purpose: '称呼和联系',
    retention: '注销前',
    onErasure: '删除',
  },
  {
    item: '收货地址',
    purpose: '送货',
    retention: '你删除或注销前',
    onErasure: '删除；订单上的姓名、电话和详细地址抹去',
  },
  {
    item: '订单、付款、退款',
    purpose: '履行订单、售后和记账',
    retention: '依电子商务法，交易完成后不少于三年',
    onErasure: '以代号保留金额和商品，账目保持平衡',
  },
  {
    item: '进店记录（时间、场景、分享、群）',
    purpose: '提供服务所必需：判断由哪位导购服务、订单归属',
    retention: '注销前',
    onErasure: '以代号保留，不再指向你',
  },
  {
    item: '专属导购、标签、联系记录',
    purpose: '由固定的人为你服务，不重复打扰',
    retention: '注销前',
    onErasure: '删除',
  },
  {
    item: '购物车、优惠券、订阅消息授权',
    purpose: '购物和通知',
    retention: '注销前',
    onErasure: '购物车和授权删除；已用的券随订单以代号保留',
  },
  {
    item: '发票抬头、税号、邮箱',
    purpose: '开具发票',
    retention: '依会计法规保存',
    onErasure: '未开具的撤回并抹去，已开具的依法保留',
  },
]
