/** Joins class names; false, null and undefined are left out. */
export const cls = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
