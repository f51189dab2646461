import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Share tokens the demo shop is seeded with. */
export const TOKENS = JSON.parse(
  readFileSync(resolve(__dirname, '../../../demo/data/tokens.json'), 'utf8'),
) as Readonly<Record<'staffCard' | 'relayCard' | 'code' | 'moments' | 'unknownCard' | 'invitation', string>>

/** 林悦, who owns the first group and whose cards the tokens are. */
export const STAFF = 'lin-yue'
export const GROUP = 'chunfeng-1'
export const PRODUCT = 'pages/product/index'
