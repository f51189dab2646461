import { ok, type Result, refuse } from '../result'
import type { CampaignStatus } from './types'

/** What a manager's hand does to a campaign. Nothing of it touches a claimed coupon, and an ended one stays ended. */
export const CAMPAIGN_FLOW = {
  live: { pause: 'paused', end: 'ended' },
  paused: { resume: 'live', end: 'ended' },
  ended: {},
} as const satisfies Record<CampaignStatus, Partial<Record<string, CampaignStatus>>>

type EventOf<S extends CampaignStatus> = keyof (typeof CAMPAIGN_FLOW)[S]
export type CampaignEvent = { [S in CampaignStatus]: EventOf<S> }[CampaignStatus]

export interface CampaignMoveError {
  readonly code: 'campaign.state_refused'
  readonly status: CampaignStatus
  readonly event: CampaignEvent
}

/** Where a manager's event takes a campaign; a refused one is a typed answer. */
export function nextStatus(
  status: CampaignStatus,
  event: CampaignEvent,
): Result<CampaignStatus, CampaignMoveError> {
  const moves: Partial<Record<CampaignEvent, CampaignStatus>> = CAMPAIGN_FLOW[status]
  const to = moves[event]
  return to ? ok(to) : refuse({ code: 'campaign.state_refused', status, event })
}
