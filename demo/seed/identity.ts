/** What WeChat calls the demo's people and groups; asked of the simulator, so that they can log in as themselves. */
export interface Identity {
  user(name: string): { readonly openid: string; readonly unionid: string; readonly phone: string }
  group(name: string): { readonly opengid: string }
}

const AT_ONCE = 16

/** Asks the simulator for all of these names. Throws where it does not know one. */
export async function identitiesFrom(
  simulatorUrl: string,
  users: readonly string[],
  groups: readonly string[],
): Promise<Identity> {
  const ask = async (kind: 'user' | 'group', name: string): Promise<unknown> => {
    const response = await fetch(`${simulatorUrl}/client/identity?${kind}=${encodeURIComponent(name)}`)
    if (!response.ok) throw new Error(`the simulator does not know the ${kind} ${name}`)
    return response.json()
  }
  const asked = [
    ...users.map((name) => ({ kind: 'user' as const, name })),
    ...groups.map((name) => ({ kind: 'group' as const, name })),
  ]
  const known = new Map<string, unknown>()
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    await Promise.all(
      asked.slice(start, start + AT_ONCE).map(async ({ kind, name }) => {
        known.set(`${kind}:${name}`, await ask(kind, name))
      }),
    )
  }
  const find = <T>(key: string): T => {
    if (!known.has(key)) throw new Error(`nobody asked who ${key} is`)
    return known.get(key) as T
  }
  return { user: (name) => find(`user:${name}`), group: (name) => find(`group:${name}`) }
}
