import { isDeepStrictEqual } from 'node:util'
import type { CampaignInput } from '@contract/campaign'
import type { Refusal } from '@contract/errors'
import { type CampaignEvent, nextStatus } from '@domain/coupon/campaign-flow'
import type { EditFault } from '@domain/coupon/edit'
import type { CampaignFault } from '@domain/coupon/faults'
import type { CampaignStatus } from '@domain/coupon/types'
import { ok, type Result, refuse } from '@domain/result'
import { inTransaction, type Tx } from '../../../platform/database'
import type { Deps } from '../../../platform/deps'
import { type CampaignRow, findCampaign, findCampaignsByCode, lockCampaign } from '../campaign-store'
import { inputOf } from '../manage/input'
import { moveIn } from '../manage/move'
import { createIn, editIn, type Hand } from '../manage/save'
import { loadNames } from './names'
import { type FileFault, type ReadCampaign, readCampaigns } from './read'
import { sentenceOf } from './sentences'

export interface ImportedCampaigns {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

/**
 * Loads a file of campaigns: new codes are added, known ones edited by the same rules as in the manager's pages. All
 * of it or nothing; everything that is wrong is said at once.
 */
export function importCampaigns(
  { db, ids }: Pick<Deps, 'db' | 'ids'>,
  text: string,
  hand: Hand,
): Promise<Result<ImportedCampaigns, readonly FileFault[]>> {
  return inTransaction(db, (tx) => importIn(tx, { ids }, text, hand))
}

/** The same inside the caller's transaction, which must roll back a refusal. */
export async function importIn(
  tx: Tx,
  { ids }: Pick<Deps, 'ids'>,
  text: string,
  hand: Hand,
): Promise<Result<ImportedCampaigns, readonly FileFault[]>> {
  const read = readCampaigns(text, await loadNames(tx), hand.nowMs)
  if (!read.ok) return read
  const known = await findCampaignsByCode(
    tx,
    read.value.map(({ input }) => input.code),
  )
  const faults: FileFault[] = []
  const done = { added: 0, updated: 0, unchanged: 0 }
  for (const campaign of read.value) {
    const row = known.get(campaign.input.code)
    const loaded = await load(tx, { ids }, row?.id ?? null, campaign, hand)
    if (loaded.ok) done[loaded.value] += 1
    else faults.push(...faultsFrom(campaign.input.code, loaded.error))
  }
  return faults.length > 0 ? refuse(faults) : ok(done)
}

async function load(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  id: string | null,
  { input, status }: ReadCampaign,
  hand: Hand,
): Promise<Result<keyof ImportedCampaigns, Refusal>> {
  if (id === null) {
    const created = await createIn(tx, deps, input, hand)
    if (!created.ok) return created
    const row = await findCampaign(tx, created.value.id)
    const moved = row && (await move(tx, deps, row, status, hand))
    return moved && !moved.ok ? moved : ok('added')
  }
  const row = await lockCampaign(tx, id)
  if (!row) throw new Error(`campaign ${id} is gone`)
  const isSame = isDeepStrictEqual(inputOf(row), sorted(row, input))
  if (!isSame) {
    const edited = await editIn(tx, deps, row, input, hand, 'edit')
    if (!edited.ok) return edited
  }
  const moved = await move(
    tx,
    deps,
    { ...row, version: isSame ? row.version : row.version + 1 },
    status,
    hand,
  )
  if (!moved.ok) return moved
  return ok(isSame && !moved.value ? 'unchanged' : 'updated')
}

/** The input as it would come back from the database, so that equal ones compare equal. */
const sorted = (row: CampaignRow, input: CampaignInput): CampaignInput => ({
  ...inputOf(row),
  ...input,
  title: input.title.trim(),
  note: input.note?.trim() ?? '',
})

const EVENT_TO: Readonly<Record<CampaignStatus, CampaignEvent>> = {
  live: 'resume',
  paused: 'pause',
  ended: 'end',
}

/** Brings a campaign to the status the file names; answers whether anything had to be done. */
async function move(
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  row: CampaignRow,
  status: CampaignStatus | null,
  hand: Hand,
): Promise<Result<boolean, Refusal>> {
  if (status === null || status === row.status) return ok(false)
  const event = EVENT_TO[status]
  const to = nextStatus(row.status, event)
  if (!to.ok)
    return refuse({ code: to.error.code, message: `it is ${row.status}, and cannot become ${status}` })
  await moveIn(tx, deps, row, event, to.value, hand)
  return ok(true)
}

function faultsFrom(code: string, { detail, message }: Refusal): FileFault[] {
  const faults = (detail as { faults?: readonly (CampaignFault | EditFault)[] } | undefined)?.faults
  return faults?.map((fault) => sentenceOf(code, fault)) ?? [{ place: code, reason: message }]
}
