import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { Deps } from '../../platform/deps'
import type { NewJob } from '../../platform/jobs/queue'

export const LAPSE_RETURN = 'after_sale.lapse'

const Payload = Type.Object({ afterSaleId: Type.String() })

/** Ends an agreed return whose goods were never sent: its pieces are the member's again. */
export const lapseJob = (
  { ids }: Pick<Deps, 'ids'>,
  afterSaleId: string,
  dueAt: number,
  nowMs: number,
): NewJob => ({
  id: ids.next(),
  kind: LAPSE_RETURN,
  key: `${LAPSE_RETURN}:${afterSaleId}`,
  payload: { afterSaleId },
  dueAt,
  createdAt: nowMs,
})

export const lapsingReturn = (payload: unknown): string => Value.Parse(Payload, payload).afterSaleId
