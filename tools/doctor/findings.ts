/** One thing a way of trying the shop needs: whether it is there, and what to do where it is not. */
export interface Finding {
  readonly isThere: boolean
  readonly what: string
  /** What to do; said only where something is missing. */
  readonly remedy?: string
}

export interface Section {
  readonly title: string
  readonly findings: readonly Finding[]
}

export const there = (what: string): Finding => ({ isThere: true, what })
export const missing = (what: string, remedy: string): Finding => ({ isThere: false, what, remedy })
export const check = (isThere: boolean, what: string, remedy: string): Finding =>
  isThere ? there(what) : missing(what, remedy)

/** The sections as lines for a terminal. */
export function reportOf(sections: readonly Section[]): string {
  return sections
    .map(({ title, findings }) => {
      const count = findings.filter(({ isThere }) => !isThere).length
      const head = `${title}: ${count === 0 ? 'ready' : `${count} missing`}`
      return [head, ...findings.map(lineOf)].join('\n')
    })
    .join('\n\n')
}

const lineOf = ({ isThere, what, remedy }: Finding): string =>
  isThere ? `  ok    ${what}` : `  miss  ${what}\n        ${remedy ?? ''}`
