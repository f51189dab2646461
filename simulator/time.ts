const OFFSET_MS = 8 * 3_600_000

/** RFC 3339 at +08:00, as WeChat Pay writes times. */
export const rfc3339 = (at: number): string => `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+08:00`

/** The digits of that time, YYYYMMDDhhmmss, as they stand in WeChat Pay's numbers. */
export const timeDigits = (at: number): string => rfc3339(at).slice(0, 19).replaceAll(/\D/g, '')
