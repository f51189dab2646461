import { auditCommand } from './audit'
import type { Command } from './command'
import { exportCampaignsCommand } from './export-campaigns'
import { exportProductsCommand } from './export-products'
import { importCampaignsCommand } from './import-campaigns'
import { checkProductsCommand, importProductsCommand } from './import-products'
import { inviteStaffCommand } from './invite-staff'
import { replayCommand } from './replay'

/** Every command, in the order in which `help` shows them. */
export const COMMANDS: readonly Command[] = [
  importProductsCommand,
  exportProductsCommand,
  checkProductsCommand,
  importCampaignsCommand,
  exportCampaignsCommand,
  inviteStaffCommand,
  replayCommand,
  auditCommand,
]
