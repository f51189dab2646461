import { writeFile } from 'node:fs/promises'
import { exportCampaigns } from '../../server/modules/coupon/file/write'
import type { Command } from './command'

/** `export campaigns`: all campaigns as a file that imports to the same shop. */
export const exportCampaignsCommand: Command = {
  name: 'export campaigns',
  usage: 'export campaigns [FILE.json]',
  summary: 'Write all coupon campaigns in the format of the import; without a file to the screen',
  takes: [0, 1],
  async run(work) {
    const [file] = work.args
    const { db } = await work.shop()
    const text = await exportCampaigns(db)
    if (file === undefined) process.stdout.write(text)
    else await writeFile(file, text)
    return true
  },
}
