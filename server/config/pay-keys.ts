import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import type { Environment } from './environment'

export type ReadFile = (path: string) => string

/** Reads and checks the PEM texts; each that cannot be used adds a sentence to `faults`, without its contents. */
export function payKeys(env: Environment, readFile: ReadFile, faults: string[]) {
  const read = (name: string, path: string): string => {
    try {
      return readFile(path)
    } catch {
      faults.push(`${name} names a file that cannot be read: ${path}`)
      return ''
    }
  }
  const pem = (
    name: 'WXPAY_PRIVATE_KEY' | 'WXPAY_PUBLIC_KEY',
    isUsable: (text: string) => unknown,
  ): string => {
    const path = env[`${name}_FILE`]
    // A variable set on one line carries its line breaks as \n.
    const text = env[name]?.replaceAll('\\n', '\n') ?? (path ? read(`${name}_FILE`, path) : '')
    if (text !== '' && !succeeds(() => isUsable(text))) faults.push(`${name}(_FILE) is not a PEM key`)
    return text
  }

  const privateKey = pem('WXPAY_PRIVATE_KEY', createPrivateKey)
  const publicKey = pem('WXPAY_PUBLIC_KEY', createPublicKey)
  const verifiers: Record<string, string> = {}
  if (env.WXPAY_PUBLIC_KEY_ID && publicKey) verifiers[env.WXPAY_PUBLIC_KEY_ID] = publicKey
  for (const path of env.WXPAY_PLATFORM_CERT_FILES?.split(',') ?? []) {
    const text = read('WXPAY_PLATFORM_CERT_FILES', path.trim())
    if (text === '') continue
    if (succeeds(() => new X509Certificate(text))) verifiers[new X509Certificate(text).serialNumber] = text
    else faults.push(`WXPAY_PLATFORM_CERT_FILES names a file that is no certificate: ${path.trim()}`)
  }
  return { privateKey, verifiers }
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
