import { createHash, randomBytes } from 'node:crypto'

/** The only source of chance on the server. */
export interface Random {
  bytes(count: number): Buffer
  /** URL-safe text carrying `byteCount` random bytes: 18 bytes make 24 characters. */
  token(byteCount: number): string
  /** A whole number in [0, below). */
  integer(below: number): number
}

const over = (bytes: (count: number) => Buffer): Random => ({
  bytes,
  token: (byteCount) => bytes(byteCount).toString('base64url'),
  // 48 bits over at most 2^31 choices: the bias is below one in a hundred thousand.
  integer: (below) => bytes(6).readUIntBE(0, 6) % below,
})

/** The operating system's cryptographic generator. */
export const cryptoRandom: Random = over(randomBytes)

/** The same sequence for the same seed, for tests; never for secrets. */
export function seededRandom(seed: string): Random {
  let counter = 0
  const block = () => createHash('sha256').update(`${seed}:${counter++}`).digest()
  return over((count) => {
    const blocks: Buffer[] = []
    for (let have = 0; have < count; have += 32) blocks.push(block())
    return Buffer.concat(blocks).subarray(0, count)
  })
}
