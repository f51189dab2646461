import type * as address from './address'
import type * as afterSale from './after-sale'
import type * as afterSaleManage from './after-sale-manage'
import type * as campaign from './campaign'
import type * as cart from './cart'
import type * as catalogue from './catalogue'
import type * as coupon from './coupon'
import type * as figures from './figures'
import type * as freight from './freight'
import type * as handover from './handover'
import type * as invoice from './invoice'
import type * as job from './job'
import type * as ledger from './ledger'
import type * as memberCare from './member-care'
import type * as message from './message'
import type * as order from './order'
import type * as policy from './policy'
import type * as privacy from './privacy'
import type * as session from './session'
import type * as share from './share'
import type * as shipment from './shipment'
import type * as shop from './shop'
import type * as staff from './staff'
import type * as team from './team'
import type * as touch from './touch'
import type * as trust from './trust'

type Routes =
  | typeof shop.getShop
  | typeof shop.getCategories
  | typeof session.openSession
  | typeof session.endSession
  | typeof session.getMe
  | typeof session.setPersonalised
  | typeof touch.reportTouches
  | typeof touch.countSinglePage
  | typeof share.mintShare
  | typeof share.resolveShare
  | typeof share.getShareCode
  | typeof catalogue.getProduct
  | typeof catalogue.listProducts
  | typeof catalogue.getHome
  | typeof cart.getCart
  | typeof cart.addToCart
  | typeof cart.setCartLine
  | typeof cart.removeCartLine
  | typeof cart.mergeCart
  | typeof address.listAddresses
  | typeof address.addAddress
  | typeof address.editAddress
  | typeof address.removeAddress
  | typeof order.quoteOrder
  | typeof order.createOrder
  | typeof order.getOrder
  | typeof order.listOrders
  | typeof order.cancelOrder
  | typeof order.payOrder
  | typeof order.settleOrder
  | typeof afterSale.previewRefund
  | typeof afterSale.askRefund
  | typeof afterSale.listAfterSales
  | typeof afterSale.getAfterSale
  | typeof afterSale.withdrawAfterSale
  | typeof afterSale.sendReturn
  | typeof afterSaleManage.listManagedAfterSales
  | typeof afterSaleManage.getManagedAfterSale
  | typeof afterSaleManage.approveAfterSale
  | typeof afterSaleManage.refuseAfterSale
  | typeof afterSaleManage.takeGoodsBack
  | typeof afterSaleManage.pursueAfterSale
  | typeof afterSaleManage.giveRefund
  | typeof afterSaleManage.previewManagedRefund
  | typeof staff.acceptInvitation
  | typeof staff.getWorkbench
  | typeof staff.listCreditedOrders
  | typeof staff.getCreditedOrder
  | typeof staff.listShares
  | typeof staff.listGroups
  | typeof staff.claimGroup
  | typeof staff.inviteStaff
  | typeof coupon.listLadders
  | typeof coupon.getLadder
  | typeof coupon.claimCoupon
  | typeof coupon.listCoupons
  | typeof campaign.listCampaigns
  | typeof campaign.getCampaign
  | typeof campaign.getCampaignChoices
  | typeof campaign.createCampaign
  | typeof campaign.editCampaign
  | typeof campaign.pauseCampaign
  | typeof campaign.resumeCampaign
  | typeof campaign.endCampaign
  | typeof campaign.raiseStock
  | typeof staff.revokeShare
  | typeof staff.getPoster
  | typeof policy.getPolicy
  | typeof policy.previewPolicy
  | typeof policy.savePolicy
  | typeof team.listStaff
  | typeof team.editStaff
  | typeof team.listInvitations
  | typeof team.revokeInvitation
  | typeof team.listAllGroups
  | typeof team.setGroupOwner
  | typeof team.contestGroup
  | typeof team.listMyClaims
  | typeof team.listClaims
  | typeof team.decideClaim
  | typeof team.getCommissions
  | typeof team.saveCommissions
  | typeof handover.previewHandover
  | typeof handover.confirmHandover
  | typeof handover.listHandovers
  | typeof handover.undoHandover
  | typeof trust.findMembers
  | typeof trust.listBlocks
  | typeof trust.blockMember
  | typeof trust.unblockMember
  | typeof trust.listSuspects
  | typeof trust.listMySuspects
  | typeof trust.clearSuspect
  | typeof trust.getTrustLimits
  | typeof trust.saveTrustLimits
  | typeof ledger.listManagedOrders
  | typeof ledger.correctCredit
  | typeof ledger.exportLedger
  | typeof ledger.listAudits
  | typeof ledger.checkLedger
  | typeof figures.getMyFigures
  | typeof figures.getShopFigures
  | typeof figures.getRanking
  | typeof figures.listMyRows
  | typeof figures.listShopRows
  | typeof memberCare.listMyMembers
  | typeof memberCare.getMyMember
  | typeof memberCare.tagMember
  | typeof memberCare.listServeToday
  | typeof memberCare.noteContact
  | typeof privacy.listDataItems
  | typeof privacy.exportMyData
  | typeof privacy.eraseMe
  | typeof coupon.listLadders
  | typeof coupon.getLadder
  | typeof coupon.claimCoupon
  | typeof coupon.listCoupons
  | typeof campaign.listCampaigns
  | typeof campaign.getCampaign
  | typeof campaign.getCampaignChoices
  | typeof campaign.createCampaign
  | typeof campaign.editCampaign
  | typeof campaign.pauseCampaign
  | typeof campaign.resumeCampaign
  | typeof campaign.endCampaign
  | typeof campaign.raiseStock
  | typeof shipment.getParcels
  | typeof shipment.confirmReceipt
  | typeof shipment.listDeliveryCompanies
  | typeof shipment.listShipping
  | typeof shipment.getShipping
  | typeof shipment.shipOrder
  | typeof shipment.correctParcel
  | typeof message.listSubscriptions
  | typeof message.reportSubscriptions
  | typeof message.getMessageTemplates
  | typeof message.setMessageTemplates
  | typeof message.listMessages
  | typeof invoice.getOrderInvoice
  | typeof invoice.requestInvoice
  | typeof invoice.withdrawInvoice
  | typeof invoice.listInvoices
  | typeof invoice.issueInvoice
  | typeof job.listJobs
  | typeof job.retryJob
  | typeof freight.getFreight
  | typeof freight.setFreight

/** Every route the mini-program may call, by `METHOD /path`. Types only: schema compilers need eval, which WeChat forbids. */
export type Api = { [R in Routes as `${R['method']} ${R['path']}`]: R }
