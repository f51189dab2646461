import { invite } from '../../server/modules/staff/invitation'
import type { Command, Work } from './command'

const MAX_LETTERS = 20

/** `staff invite`: makes a post and prints the code that fills it; how a new shop gets its first manager. */
export const inviteStaffCommand: Command = {
  name: 'staff invite',
  usage: 'staff invite --name NAME --title TITLE [--role staff|manager]',
  summary: 'Make a single-use invitation for a staff member or manager; the code is shown once',
  takes: [0, 0],
  options: { name: { type: 'string' }, title: { type: 'string' }, role: { type: 'string' } },
  async run(work) {
    const role = work.values.role ?? 'staff'
    const [name, title] = [wordOf(work, 'name'), wordOf(work, 'title')]
    const isRole = role === 'staff' || role === 'manager'
    if (!isRole) work.say(`--role must be staff or manager, not "${role}"`)
    if (name === null || title === null || !isRole) return false
    const deps = await work.shop()
    const { code, path, expiresAt } = await invite(deps, { name, title, role }, null, deps.clock.now())
    work.say(`invitation for ${name} (${title}, ${role}), once, until ${new Date(expiresAt).toISOString()}`)
    work.say(`  code  ${code}`)
    work.say(`  page  ${path}`)
    return true
  },
}

function wordOf(work: Work, option: 'name' | 'title'): string | null {
  const given = work.values[option]
  const word = typeof given === 'string' ? given.trim() : ''
  if (word !== '' && [...word].length <= MAX_LETTERS) return word
  work.say(`--${option} must be 1 to ${MAX_LETTERS} letters`)
  return null
}
