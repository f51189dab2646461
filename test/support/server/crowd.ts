import { randomUUID } from 'node:crypto'
import { tokenHash } from '../../../server/modules/session/token'
import { type Keys, keysFrom } from '../../../server/platform/crypto'
import type { Db } from '../../../server/platform/database'
import { cryptoRandom } from '../../../server/platform/random'

export interface CrowdMember {
  readonly memberId: string
  readonly token: string
}

/** The secret of servers that a test starts as programs, so that it can hand out sessions of its own. */
export const CROWD_SECRET = 'a secret of forty characters, for tests!'

const crowdKeys = (): Keys => keysFrom(CROWD_SECRET, cryptoRandom)

/** Members with a session each, put straight into the database: logging hundreds in would take minutes. */
export async function aCrowd(
  db: Db,
  size: number,
  nowMs: number,
  keys: Keys = crowdKeys(),
): Promise<CrowdMember[]> {
  const crowd = Array.from({ length: size }, () => ({ memberId: randomUUID(), token: randomUUID() }))
  const rows = crowd.map(({ memberId, token }) => ({ id: memberId, hash: tokenHash(keys, token) }))
  const values = [JSON.stringify(rows), new Date(nowMs).toISOString()]
  await db.$client.query(
    `insert into members (id, appid, openid, created_at, last_seen_at)
     select id, 'wx0123456789abcdef', id::text, $2, $2 from json_to_recordset($1::json) as r(id uuid)`,
    values,
  )
  await db.$client.query(
    `insert into sessions (id, member_id, token_hash, sealed_session_key, created_at, expires_at)
     select gen_random_uuid(), id, hash, '', $2, $2::timestamptz + interval '30 days'
       from json_to_recordset($1::json) as r(id uuid, hash text)`,
    values,
  )
  return crowd
}

/** Each member proven in this group by a touch at `at`; the group is made. Answers its id. */
export async function aGroupOf(db: Db, members: readonly CrowdMember[], at: number): Promise<string> {
  const groupId = randomUUID()
  const moment = new Date(at).toISOString()
  await db.$client.query(
    `insert into groups (id, appid, opengid, first_seen_at) values ($1::uuid, 'wx0123456789abcdef', $1::uuid::text, $2)`,
    [groupId, moment],
  )
  await db.$client.query(
    `insert into touches (id, member_id, at, received_at, scene, entry, path, share_state, group_state, group_id)
     select gen_random_uuid(), id, $3, $3, 1044, 'cold', 'pages/home/index', 'none', 'proven', $2
       from unnest($1::uuid[]) as id`,
    [members.map(({ memberId }) => memberId), groupId, moment],
  )
  return groupId
}
