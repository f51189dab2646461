import type { RouteName } from '../../routes'
import type { IconName } from '../../ui/icon'

interface ManageEntry {
  readonly route: RouteName
  readonly icon: IconName
  readonly title: string
  readonly note: string
}

/** What a manager (店长) can do, by what it is about. A new page of this package adds its line here. */
export const ENTRIES: readonly { readonly about: string; readonly entries: readonly ManageEntry[] }[] = [
  {
    about: '订单',
    entries: [
      { route: 'manageShipping', icon: 'truck', title: '发货', note: '待发货、超过 48 小时的、要更正的' },
      { route: 'manageAfterSales', icon: 'return', title: '退款/售后', note: '处理申请、收退货、异常退款' },
      { route: 'manageInvoices', icon: 'card', title: '开票', note: '顾客申请的发票' },
    ],
  },
  {
    about: '营销',
    entries: [
      { route: 'manageCampaigns', icon: 'coupon', title: '优惠活动', note: '阶梯券、群专享、加库存和效果' },
    ],
  },
  {
    about: '设置',
    entries: [
      { route: 'manageFreight', icon: 'box', title: '运费', note: '按地区，满额免运费' },
      { route: 'manageMessages', icon: 'chat', title: '服务通知', note: '订阅消息模板和发送情况' },
      { route: 'manageJobs', icon: 'gear', title: '后台任务', note: '到期、完成、失败和重试' },
    ],
  },
]
