import type { StaffSelf } from '@contract/session'
import { logIn, open, type Person, type Street } from './phone'

export interface StaffPerson extends Person {
  readonly self: StaffSelf
}

export interface Chat {
  /** Its name in the simulator. */
  readonly chat: string
  readonly name: string
}

/** Two staff members with a group each, three customers, and the manager who looks at it all. */
export interface Cast {
  readonly manager: Person
  readonly lin: StaffPerson
  readonly chen: StaffPerson
  readonly spring: Chat
  readonly river: Chat
  readonly wang: Person
  readonly li: Person
  readonly zhao: Person
}

/** Everybody joins: staff by invitations of the manager, who claim the groups they open the shop from. */
export async function gather(street: Street, manager: Person): Promise<Cast> {
  const userOf = (name: string) => `story-${name}-${street.run}`
  const lin = await joins(street, manager, '林悦', '春风小区管家', userOf('lin'))
  const chen = await joins(street, manager, '陈昊', '生鲜管家', userOf('chen'))
  const spring = { chat: userOf('chunfeng-1'), name: '春风小区1群' }
  const river = { chat: userOf('jiangan'), name: '江岸花园鲜货群' }
  await claims(street, lin, spring)
  await claims(street, chen, river)
  return {
    manager,
    lin,
    chen,
    spring,
    river,
    wang: await logIn(street, '王芳', userOf('wang')),
    li: await logIn(street, '李强', userOf('li')),
    zhao: await logIn(street, '赵敏', userOf('zhao')),
  }
}

async function joins(
  street: Street,
  manager: Person,
  name: string,
  title: string,
  user: string,
): Promise<StaffPerson> {
  const body = { name, title, role: 'staff' as const }
  const { code } = await street.api('POST /manage/staff/invitations', { token: manager.token, body })
  const person = await logIn(street, name, user)
  const self = await street.api('POST /staff/join', { token: person.token, body: { code } })
  return { ...person, self }
}

async function claims(street: Street, staff: StaffPerson, { chat, name }: Chat): Promise<void> {
  const { id: touchId } = await open(street, staff, { chat })
  await street.api('POST /staff/groups', { token: staff.token, body: { touchId, name } })
}
