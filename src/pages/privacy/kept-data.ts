/** What the shop keeps of a visitor, in plain words. Change it together with the tables of the server. */
export interface KeptData {
  readonly what: string
  readonly detail: string
  readonly why: string
  readonly howLong: string
}

export const KEPT_DATA: readonly KeptData[] = [
  {
    what: '微信身份标识',
    detail: '微信给本小程序的一串编号，不含微信号、头像和昵称',
    why: '认出这是你的购物车和订单',
    howLong: '使用期间一直保留',
  },
  {
    what: '登录状态',
    detail: '只存加密后的凭证，用来解开来自哪个群的信息',
    why: '让你不用每次登录',
    howLong: '最后一次使用起 30 天后失效',
  },
  {
    what: '打开记录',
    detail: '打开的时间、从哪里打开、哪张分享卡片、哪个群的编号。不含群成员和聊天内容',
    why: '知道该由谁为你服务，把订单记给对的店员和群',
    howLong: '作为订单归属的凭据保留，目前不会自动删除',
  },
  {
    what: '购物车和收货地址',
    detail: '收货人、手机号和地址由你填写或从微信选择，最多保留 20 个',
    why: '送货和联系你',
    howLong: '你删除后立即删除；已经下的订单会留着当时的地址',
  },
  {
    what: '订单和付款',
    detail: '买了什么、付了多少、付款单号。银行卡等信息只在微信支付，本店看不到',
    why: '发货、退款、售后和对账',
    howLong: '按电子商务法，交易完成后至少保存三年',
  },
]

export const NOT_COLLECTED =
  '不收集你的位置、通讯录、相册和聊天内容，也不记录谁认识谁。别人转发卡片时，只留一个无法还原的标记，用来防止循环计算。'

export const PERSONALISED =
  '首页会参考你和群友买过什么来排序，可以在「我的」里随时关闭。关闭后人人看到的顺序相同，其他功能不受影响。'

export const YOUR_RIGHTS =
  '自己的全部资料随时可以查看、导出，也可以注销并删除，不用联系谁。法律要求保存的交易记录除外，它们会换成认不出你的代号。'
