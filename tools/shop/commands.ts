import { auditCommand } from './audit'
import type { Command } from './command'
import { exportCampaignsCommand } from './export-campaigns'
import { exportProductsCommand } from './export-products'
import { exportFreightCommand, importFreightCommand } from './freight'
import { importCampaignsCommand } from './import-campaigns'
import { importPricesCommand } from './import-prices'
import { checkProductsCommand, importProductsCommand } from './import-products'
import { inviteStaffCommand } from './invite-staff'
import { reconcilePaymentsCommand } from './reconcile-payments'
import { replayCommand } from './replay'

/** Every command, in the order in which `help` shows them. */
export const COMMANDS: readonly Command[] = [
  importProductsCommand,
  exportProductsCommand,
  checkProductsCommand,
  importFreightCommand,
  exportFreightCommand,
  importCampaignsCommand,
  exportCampaignsCommand,
  importPricesCommand,
  inviteStaffCommand,
  replayCommand,
  auditCommand,
  reconcilePaymentsCommand,
]
