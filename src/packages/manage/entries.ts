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
    about: '团队',
    entries: [
      { route: 'manageTeam', icon: 'person', title: '团队', note: '在职、邀请、改资料' },
      { route: 'manageHandovers', icon: 'return', title: '交接', note: '离职或在职，一天内可撤销' },
      { route: 'manageGroups', icon: 'group', title: '群与负责人', note: '换负责人，裁决冲突' },
      { route: 'manageCommissions', icon: 'wallet', title: '提成', note: '按店员、按商品分类' },
    ],
  },
  {
    about: '业绩归属',
    entries: [
      { route: 'managePolicy', icon: 'spark', title: '归属规则', note: '一单算谁的，改之前先看影响' },
      { route: 'manageCorrections', icon: 'edit', title: '归属更正', note: '每一单的理由，算错了改过来' },
      { route: 'manageLedger', icon: 'card', title: '账本', note: '导出流水，对账' },
    ],
  },
  {
    about: '安全',
    entries: [
      { route: 'manageSuspects', icon: 'shield', title: '风控', note: '可疑的打开，和是哪条规则' },
      { route: 'manageBlacklist', icon: 'warn', title: '黑名单', note: '拉黑与移出' },
      { route: 'manageAudit', icon: 'clock', title: '操作记录', note: '谁在什么时候改了什么' },
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
