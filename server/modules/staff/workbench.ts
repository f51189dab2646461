import type { Range, WorkbenchView } from '@contract/staff'
import { rangeOf } from '@domain/figures/range'
import type { StaffCaller } from '../../platform/caller'
import type { Db } from '../../platform/database'
import { placeOfStaff } from '../figures/ranking'
import { figuresOf } from '../figures/service'
import { staffSelfOf } from './store'

/** A staff member's figures over a range of whole days of the shop's calendar, each rate with its fraction. */
export async function workbenchOf(
  db: Db,
  caller: StaffCaller,
  range: Range,
  nowMs: number,
): Promise<WorkbenchView> {
  const days = rangeOf(range, nowMs)
  const { staffId } = caller.staff
  const [self, figures, rank] = await Promise.all([
    staffSelfOf(db, caller.memberId),
    figuresOf(db, { staffId, groupId: null }, days),
    placeOfStaff(db, staffId, days),
  ])
  if (!self) throw new Error('a workbench without its staff member')
  return { staff: self, range, rank, ...figures }
}
