import { chownSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The user PostgreSQL runs as where that is not ourselves. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged user: the owner of an existing data folder,
 * else `postgres`, else `nobody`. Null means: as ourselves.
 */
export function runAsFor(dataFolder: string): RunAs | null {
  const ourselves = process.getuid?.()
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  if (ourselves !== undefined && ourselves !== 0 && owner && owner.uid !== ourselves) {
    throw new Error(
      `${dataFolder} belongs to user ${owner.uid}, because it was made by root or somebody else; start as them or choose another DATA_DIR.`,
    )
  }
  if (ourselves !== 0) return null
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'PostgreSQL does not run as root and this machine has neither a user `postgres` nor `nobody`; start as another user or set DATABASE_URL.',
  )
}

/** Whether that user can enter the folder, by the permission bits of every folder above it. */
export function canTraverse(folder: string, { uid, gid }: RunAs): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (dirname(at) === at) return true
  }
}

/** A folder that came from elsewhere (restored, copied by root) may belong to root, whom PostgreSQL does not serve. */
export function giveTo(runAs: RunAs | null, folder: string): void {
  if (!runAs || statSync(folder).uid === runAs.uid) return
  for (const inner of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, inner), runAs.uid, runAs.gid)
  }
  chownSync(folder, runAs.uid, runAs.gid)
}
