import type { ShareLink } from '@domain/share/relay'
import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/database'
import { shares } from '../../schema/touch'

export type ShareRow = typeof shares.$inferSelect

/** A share with the root it leads to; a root leads to itself. */
export interface RootedShare {
  readonly share: ShareRow
  readonly root: ShareRow
}

const roots = alias(shares, 'roots')

/** The shares of these tokens, by token; unknown tokens are absent. */
export async function findShares(
  db: Queryable,
  tokens: readonly string[],
): Promise<Map<string, RootedShare>> {
  if (tokens.length === 0) return new Map()
  const rows = await db
    .select({ share: shares, root: roots })
    .from(shares)
    .innerJoin(roots, eq(roots.token, shares.rootToken))
    .where(inArray(shares.token, [...tokens]))
  return new Map(rows.map((row) => [row.share.token, row]))
}

/** The share this hash made before: the forwarder's relay of the same root and page. */
export async function findBySharer(db: Queryable, sharerHash: string): Promise<ShareRow | null> {
  const [row] = await db.select().from(shares).where(eq(shares.sharerHash, sharerHash))
  return row ?? null
}

/** Adds a share; answers false where this hash has one already. */
export async function insertShare(db: Queryable, share: typeof shares.$inferInsert): Promise<boolean> {
  const added = await db
    .insert(shares)
    .values(share)
    .onConflictDoNothing({ target: shares.sharerHash })
    .returning({ token: shares.token })
  return added.length > 0
}

/** A share this staff member began; null for relays and for everybody else's. */
export async function findOwnRoot(db: Queryable, token: string, staffId: string): Promise<ShareRow | null> {
  const [row] = await db
    .select()
    .from(shares)
    .where(and(eq(shares.token, token), eq(shares.rootStaffId, staffId), eq(shares.depth, 0)))
  return row ?? null
}

/** The row as domain rules see it. */
export const linkOf = (row: ShareRow): ShareLink => ({
  shareId: row.token,
  rootId: row.rootToken,
  depth: row.depth,
  expiresAt: row.expiresAt,
  revokedAt: row.revokedAt,
})
