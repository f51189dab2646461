import { fen } from '../money'
import { ok, type Result, refuse } from '../result'
import { areaCodeOf, provinceOf } from './area'
import type { FreightRule, FreightTemplate } from './types'

/** The word that stands for every region no other row names. */
export const ELSEWHERE = '其他'

/** One line of the freight table as people write it. */
export interface FreightLine {
  /** Provinces by their short names, GB/T 2260 codes of two to six digits, or `其他`. */
  readonly areas: readonly string[]
  readonly delivers: boolean
  readonly feeFen: number
  /** Free from this sum of goods on, before coupons; null for never. */
  readonly freeOverFen: number | null
}

export type FreightFault = {
  readonly code: 'freight.rule_invalid'
  /** From 0; null where the table as a whole is wrong. */
  readonly row: number | null
  readonly why:
    | 'area_unknown'
    | 'area_twice'
    | 'elsewhere_mixed'
    | 'elsewhere_missing'
    | 'free_over_needless'
    | 'nowhere'
  readonly area: string | null
}

const bad = (row: number | null, why: FreightFault['why'], area: string | null = null) =>
  refuse<FreightFault>({ code: 'freight.rule_invalid', row, why, area })

/** Codes as written, provinces by their names; null for what is no region of China. */
function codeOf(area: string): string | null {
  if (/^[1-8]\d(\d\d){0,2}$/.test(area)) return provinceOf(area) === null ? null : area
  return areaCodeOf({ province: area })
}

/** Reads a table of freight, or says which row is wrong. Each region stands in one row, and 其他 in one of its own. */
export function readFreightTable(lines: readonly FreightLine[]): Result<FreightTemplate, FreightFault> {
  const seen = new Set<string>()
  const areas: { codes: string[]; rule: FreightRule | null }[] = []
  let elsewhere: FreightRule | null | undefined
  for (const [row, line] of lines.entries()) {
    if (!line.delivers && line.freeOverFen !== null) return bad(row, 'free_over_needless')
    const rule: FreightRule | null = line.delivers
      ? { fee: fen(line.feeFen), freeOver: line.freeOverFen === null ? null : fen(line.freeOverFen) }
      : null
    if (line.areas.includes(ELSEWHERE)) {
      if (line.areas.length > 1) return bad(row, 'elsewhere_mixed')
      if (elsewhere !== undefined) return bad(row, 'area_twice', ELSEWHERE)
      elsewhere = rule
      continue
    }
    const codes: string[] = []
    for (const area of line.areas) {
      const code = codeOf(area.trim())
      if (code === null) return bad(row, 'area_unknown', area)
      if (seen.has(code)) return bad(row, 'area_twice', area)
      seen.add(code)
      codes.push(code)
    }
    areas.push({ codes, rule })
  }
  if (elsewhere === undefined) return bad(null, 'elsewhere_missing')
  if (elsewhere === null && areas.every(({ rule }) => rule === null)) return bad(null, 'nowhere')
  return ok({ id: 'default', elsewhere, areas })
}

const lineOf = (areas: readonly string[], rule: FreightRule | null): FreightLine => ({
  areas,
  delivers: rule !== null,
  feeFen: rule?.fee ?? 0,
  freeOverFen: rule?.freeOver ?? null,
})

/** The table of a template, which reads back as the same template; 其他 comes last. */
export const freightTable = ({ areas, elsewhere }: FreightTemplate): FreightLine[] => [
  ...areas.map(({ codes, rule }) =>
    lineOf(
      codes.map((code) => (code.length === 2 ? (provinceOf(code) ?? code) : code)),
      rule,
    ),
  ),
  lineOf([ELSEWHERE], elsewhere),
]

/** What a fault means, for whoever wrote the table. */
export function freightFaultText({ why, area }: Pick<FreightFault, 'why' | 'area'>): string {
  return {
    area_unknown: `“${area}” is no province and no area code`,
    area_twice: `${area} stands in two rows`,
    elsewhere_mixed: `${ELSEWHERE} must stand alone in its row`,
    elsewhere_missing: `a row for ${ELSEWHERE} is missing`,
    free_over_needless: 'a region without delivery needs no sum from which it is free',
    nowhere: 'nothing would be delivered anywhere',
  }[why]
}
