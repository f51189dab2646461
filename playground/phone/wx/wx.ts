/** Names that stay undefined: they exist in no ordinary mini-program, and code asks for them to find that out. */
const ABSENT = new Set(['qy', 'cloud', 'getChatToolInfo'])

/**
 * The `wx` of the app: the calls this phone answers, and for every other call WeChat knows a loud failure by its name.
 * The app may hang things of its own on it, as webpack's loader does.
 */
export function makeWx(answered: Readonly<Record<string, unknown>>, knownNames: readonly string[]): object {
  const wx: Record<string, unknown> = {}
  for (const name of knownNames) {
    if (!(name in answered) && !ABSENT.has(name)) wx[name] = unknownCall(name)
  }
  return Object.assign(wx, answered, { env: { USER_DATA_PATH: 'wxfile://usr' } })
}

const unknownCall =
  (name: string) =>
  (...args: unknown[]): never => {
    console.error(`unknown wx call: ${name}`, ...args)
    throw new Error(`unknown wx call: ${name}`)
  }
