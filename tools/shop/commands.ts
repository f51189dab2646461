import type { Command } from './command'
import { exportProductsCommand } from './export-products'
import { checkProductsCommand, importProductsCommand } from './import-products'

/** Every command, in the order in which `help` shows them. */
export const COMMANDS: readonly Command[] = [
  importProductsCommand,
  exportProductsCommand,
  checkProductsCommand,
]
