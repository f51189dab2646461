const OFFSET_MS = 8 * 3_600_000

/** Milliseconds since the epoch as WeChat Pay writes times: RFC 3339 at +08:00, whole seconds. */
export const chinaTime = (at: number): string =>
  `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`

/** Milliseconds since the epoch from an RFC 3339 time; null where there is none or it cannot be read. */
export function atOf(text: string | undefined): number | null {
  const at = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? null : at
}
