import { auditCommand } from './audit'
import type { Command } from './command'
import { exportProductsCommand } from './export-products'
import { checkProductsCommand, importProductsCommand } from './import-products'
import { inviteStaffCommand } from './invite-staff'
import { replayCommand } from './replay'

/** Every command, in the order in which `help` shows them. */
export const COMMANDS: readonly Command[] = [
  importProductsCommand,
  exportProductsCommand,
  checkProductsCommand,
  inviteStaffCommand,
  replayCommand,
  auditCommand,
]
