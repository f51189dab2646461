import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface People {
  readonly staff: readonly {
    readonly id: string
    readonly user: string
    readonly name: string
    readonly title: string
  }[]
  readonly groups: readonly { readonly group: string; readonly name: string; readonly owner: string }[]
  readonly members: readonly {
    readonly user: string
    readonly nickname: string
    readonly groups: readonly string[]
  }[]
}

/** Who may hold the phone, and the chats there are; empty where the demo shop's data is not at hand. */
export interface Cast {
  readonly staff: readonly { readonly user: string; readonly name: string; readonly title: string }[]
  readonly groups: readonly { readonly group: string; readonly name: string; readonly owner: string }[]
  readonly members: readonly { readonly user: string; readonly name: string }[]
  /** Share tokens the demo shop knows, by what they stand for. */
  readonly tokens: Readonly<Record<string, string>>
}

/** The demo shop's people as the desk shows them; read as data, for the playground imports no other room. */
export function readCast(demoData: string | null): Cast {
  if (!demoData || !existsSync(join(demoData, 'people.json'))) {
    return { staff: [], groups: [], members: [], tokens: {} }
  }
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(demoData, file), 'utf8')) as T
  const { staff, groups, members } = read<People>('people.json')
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? id
  const tokens = existsSync(join(demoData, 'tokens.json')) ? read<Record<string, string>>('tokens.json') : {}
  return {
    staff: staff.map(({ user, name, title }) => ({ user, name, title })),
    groups: groups.map(({ group, name, owner }) => ({ group, name, owner: nameOf(owner) })),
    members: members.map(({ user, nickname }) => ({ user, name: nickname })),
    tokens,
  }
}
