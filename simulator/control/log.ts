export type LogEntry =
  | {
      readonly kind: 'call'
      readonly endpoint: string
      readonly status: number
      /** WeChat's own code in the answer, where it refused. */
      readonly code?: string | number
      readonly fault?: string
      /** The order, refund or user it was about. */
      readonly about?: string
    }
  | {
      readonly kind: 'notification'
      readonly id: string
      readonly event: string
      /** `true` for the real thing, else what was done to it: `forge`, `signtest`, … */
      readonly flavour: string
      readonly attempt: number
      /** HTTP status of the shop's answer, or why there was none. */
      readonly answer: number | string
      readonly about: string
    }

export type LoggedEntry = LogEntry & { readonly seq: number; readonly at: number }

export interface CallLog {
  add(entry: LogEntry): void
  /** Entries after `since`, oldest first. */
  read(since?: number): readonly LoggedEntry[]
  clear(): void
}

const KEPT = 5_000

/** What was called and sent, in memory. Holds no keys, tokens, codes or ciphertexts. */
export function createCallLog(now: () => number): CallLog {
  let seq = 0
  let entries: LoggedEntry[] = []
  return {
    add(entry) {
      seq += 1
      entries.push({ ...entry, seq, at: now() })
      if (entries.length > KEPT * 2) entries = entries.slice(-KEPT)
    },
    read: (since = 0) => entries.filter((entry) => entry.seq > since),
    clear() {
      entries = []
    },
  }
}
