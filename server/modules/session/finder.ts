import type { MemberCaller, SessionFinder } from '../../platform/caller'
import { coalesce } from '../../platform/coalesce'
import type { Keys } from '../../platform/crypto'
import type { Db } from '../../platform/database'
import { isRenewalDue, renewedUntil } from './lifetime'
import { tokenHash } from './token'

interface FoundSession {
  readonly token_hash: string
  readonly id: string
  readonly member_id: string
  readonly expires_at: number
  readonly is_over: boolean
  readonly staff_id: string | null
  readonly role: 'staff' | 'manager' | null
}

// Prepared by name on each connection: this runs before every request, for all that arrive at once.
const FIND = {
  name: 'session-find',
  text: `select s.token_hash, s.id, s.member_id, s.expires_at, (s.ended_at is not null or m.blocked_at is not null) as is_over,
                st.id as staff_id, st.role
           from sessions s
           join members m on m.id = s.member_id
           left join staff st on st.member_id = s.member_id and st.left_at is null
          where s.token_hash = any($1)`,
}
const RENEW = {
  name: 'session-renew',
  text: `with renewed as (
           update sessions set expires_at = $2 where id = $1 and expires_at < $2 returning member_id
         )
         update members set last_seen_at = $3 from renewed where members.id = renewed.member_id`,
}

const MAX_BATCH = 256

/**
 * Finds the caller of a bearer token, and silently prolongs a session used a day or more after its last renewal.
 * Ended sessions and those of blocked members count as expired: the next login says what is wrong. Requests that arrive
 * while a look-up is under way share the next one: in a rush that is one query instead of a hundred, and never an old
 * answer, since each look-up begins after the request that waits for it.
 */
export function sessionFinder(db: Db, keys: Keys): SessionFinder {
  const lookUp = coalesce<string, FoundSession | undefined>({
    run: async (_key, hashes) => {
      const { rows } = await db.$client.query<FoundSession>({ ...FIND, values: [[...new Set(hashes)]] })
      const byHash = new Map(rows.map((row) => [row.token_hash, row]))
      return hashes.map((hash) => byHash.get(hash))
    },
    maxBatch: MAX_BATCH,
    isOwnFault: () => false,
  })
  return {
    async find(token, nowMs) {
      const found = await lookUp('sessions', tokenHash(keys, token))
      if (!found) return 'unknown'
      if (found.is_over || found.expires_at <= nowMs) return 'expired'
      if (isRenewalDue(found.expires_at, nowMs)) {
        const until = new Date(renewedUntil(nowMs)).toISOString()
        await db.$client.query({ ...RENEW, values: [found.id, until, new Date(nowMs).toISOString()] })
      }
      return callerOf(found)
    },
  }
}

function callerOf(found: FoundSession): MemberCaller {
  const caller = { kind: 'member', memberId: found.member_id, sessionId: found.id } as const
  if (found.staff_id === null || found.role === null) return caller
  return { ...caller, staff: { staffId: found.staff_id, role: found.role } }
}
