import type { Refusal } from '@contract/errors'
import { ok, type Result, refuse } from '@domain/result'
import { and, eq, isNull } from 'drizzle-orm'
import type { StaffCaller } from '../../platform/caller'
import { inTransaction } from '../../platform/database'
import type { Deps } from '../../platform/deps'
import { NOT_FOUND } from '../../platform/http/session-hook'
import { shares } from '../../schema/touch'
import { recordAudit } from '../staff/audit'

/**
 * Takes a share back, and with it every relay of it: its page still opens, later openings credit nobody. Staff revoke
 * what they began themselves, a manager anything; revoking twice keeps the first moment.
 */
export function revokeShare(
  deps: Deps,
  caller: StaffCaller,
  token: string,
  nowMs: number,
): Promise<Result<{ token: string; revokedAt: number }, Refusal>> {
  const { staffId, role } = caller.staff
  return inTransaction(
    deps.db,
    async (tx): Promise<Result<{ token: string; revokedAt: number }, Refusal>> => {
      const [root] = await tx
        .select()
        .from(shares)
        .where(and(eq(shares.token, token), eq(shares.depth, 0)))
      const mayRevoke = root !== undefined && (role === 'manager' || root.rootStaffId === staffId)
      if (!mayRevoke) return refuse(NOT_FOUND)
      if (root.revokedAt !== null) return ok({ token, revokedAt: root.revokedAt })
      // Of two who revoke at once, the first writes the audit row.
      const [revoked] = await tx
        .update(shares)
        .set({ revokedAt: nowMs })
        .where(and(eq(shares.token, token), isNull(shares.revokedAt)))
        .returning({ token: shares.token })
      if (revoked) {
        const audit = {
          at: nowMs,
          actorStaffId: staffId,
          action: 'share.revoked',
          subject: token,
          detail: root.kind,
        }
        await recordAudit(tx, deps.ids, audit)
      }
      return ok({ token, revokedAt: nowMs })
    },
  )
}
