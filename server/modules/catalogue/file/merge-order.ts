/**
 * The shop's order after an import: what the file names stands as the file says, and each thing it does not name
 * stays behind the one it stood behind. A file that names everything is the order; one that names a few moves only
 * them; what is new comes last unless the file puts it before something known.
 */
export function mergeOrder(standing: readonly string[], named: readonly string[]): string[] {
  const isNamed = new Set(named)
  const followers = new Map<string | null, string[]>()
  let leader: string | null = null
  for (const key of standing) {
    if (isNamed.has(key)) leader = key
    else if (followers.has(leader)) followers.get(leader)?.push(key)
    else followers.set(leader, [key])
  }
  const isKnown = new Set(standing)
  const lastKnown = named.findLastIndex((key) => isKnown.has(key))
  const placed = named.slice(0, lastKnown + 1).flatMap((key) => [key, ...(followers.get(key) ?? [])])
  return [...(followers.get(null) ?? []), ...placed, ...named.slice(lastKnown + 1)]
}
