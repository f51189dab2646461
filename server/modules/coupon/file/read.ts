import type { CampaignInput } from '@contract/campaign'
import type { CampaignStatus } from '@domain/coupon/types'
import { ok, type Result, refuse } from '@domain/result'
import { Value } from '@sinclair/typebox/value'
import { readMoment } from './moment'
import type { Names, Naming } from './names'
import { CampaignFile, type FileCampaign, type FileGate, type FileTier } from './shape'

/** What is wrong in a file. `place` says where in words: the campaign's code, the tier, the field. */
export interface FileFault {
  readonly place: string
  readonly reason: string
}

export interface ReadCampaign {
  readonly input: CampaignInput
  /** null: as it is, a new one live. */
  readonly status: CampaignStatus | null
}

/** Reads a file of campaigns, or everything that is wrong with its form and its names. */
export function readCampaigns(
  text: string,
  names: Names,
  nowMs: number,
): Result<ReadCampaign[], readonly FileFault[]> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse([{ place: 'file', reason: `is no JSON: ${reason}` }])
  }
  const misshapen = shapeFaults(parsed)
  if (misshapen.length > 0) return refuse(misshapen)
  const file = parsed as FileCampaign[] // The shape has just been proven.
  const faults: FileFault[] = repeatedCodes(file)
  const read = file.map((campaign) => campaignFrom(campaign, names, nowMs, faults))
  return faults.length > 0 ? refuse(faults) : ok(read)
}

/** One fault per place: of a union only the union itself is named, not each form it could have had. */
function shapeFaults(parsed: unknown): FileFault[] {
  const faults = new Map<string, string>()
  for (const { path, schema, message } of Value.Errors(CampaignFile, parsed)) {
    const isUnknown = message === 'Unexpected property'
    const reason = isUnknown ? 'is no field of it' : (schema.description ?? message)
    const place = placeOf(parsed, path)
    if (!faults.has(place)) faults.set(place, reason)
  }
  return [...faults].map(([place, reason]) => ({ place, reason }))
}

/** `/1/tiers/0/off` in words: the code stands for the number where there is one, and tiers count from 1. */
function placeOf(parsed: unknown, path: string): string {
  const [index, ...fields] = path.split('/').slice(1)
  if (index === undefined) return 'file'
  const campaign: unknown = Array.isArray(parsed) ? parsed[Number(index)] : undefined
  const code = typeof campaign === 'object' && campaign !== null && 'code' in campaign ? campaign.code : null
  const name = typeof code === 'string' && code !== '' ? code : `campaign ${Number(index) + 1}`
  return [name, ...fields.map((field) => (/^\d+$/.test(field) ? String(Number(field) + 1) : field))].join(' ')
}

const repeatedCodes = (file: readonly FileCampaign[]): FileFault[] =>
  file
    .filter(({ code }, i) => file.findIndex((other) => other.code === code) < i)
    .map(({ code }) => ({ place: `${code} code`, reason: 'stands in the file twice' }))

function campaignFrom(file: FileCampaign, names: Names, nowMs: number, faults: FileFault[]): ReadCampaign {
  const at = (place: string) => `${file.code} ${place}`
  const moment = (text: string, place: string): number => {
    const found = readMoment(text, nowMs)
    if (found === null) faults.push({ place: at(place), reason: 'there is no such moment' })
    return found ?? 0
  }
  const named = (naming: Naming, wanted: readonly string[], place: string): string[] =>
    wanted.map((name) => {
      const id = naming.idOf(name)
      if (id === null) faults.push({ place: at(place), reason: `the shop has no "${name}"` })
      if (id === 'many')
        faults.push({ place: at(place), reason: `several have the name "${name}"; write the id` })
      return id ?? ''
    })
  const tierFrom = (tier: FileTier, i: number): CampaignInput['tiers'][number] => {
    const place = `tiers ${i + 1}`
    return {
      thresholdFen: fenOf(tier.over, at(`${place} over`), faults),
      off: offFrom(tier, at(`${place} off`), faults),
      stock: tier.stock ?? null,
      validity:
        'days' in tier.valid
          ? { kind: 'days', days: tier.valid.days }
          : {
              kind: 'fixed',
              from: moment(tier.valid.from, `${place} valid from`),
              until: moment(tier.valid.until, `${place} valid until`),
            },
      gate: gateFrom(
        tier.gate ?? 'anyone',
        (naming, wanted) => named(naming, wanted, `${place} gate`),
        names,
      ),
    }
  }
  const scope = file.for ?? 'all'
  return {
    status: file.status ?? null,
    input: {
      code: file.code,
      title: file.title,
      note: file.note ?? '',
      position: file.position ?? 0,
      claimFrom: moment(file.claim.from, 'claim from'),
      claimUntil: moment(file.claim.until, 'claim until'),
      totalStock: file.stock,
      stockPerGroup: file.stockPerGroup ?? null,
      limitPerMember: file.perMember ?? 1,
      slot: file.slot ?? 'goods',
      scope:
        scope === 'all'
          ? { kind: 'all' }
          : 'categories' in scope
            ? { kind: 'categories', categoryIds: named(names.categories, scope.categories, 'for') }
            : { kind: 'products', productIds: named(names.products, scope.products, 'for') },
      tiers: file.tiers.map(tierFrom),
    },
  }
}

function gateFrom(
  gate: FileGate,
  named: (naming: Naming, wanted: readonly string[]) => string[],
  names: Names,
): CampaignInput['tiers'][number]['gate'] {
  if (gate === 'anyone') return { kind: 'anyone' }
  if ('level' in gate) return { kind: 'level', from: gate.level }
  if ('lifecycle' in gate) return { kind: 'lifecycle', stages: gate.lifecycle }
  if ('milestone' in gate) return { kind: 'milestone', buyers: gate.milestone }
  if ('groups' in gate) return { kind: 'groups', groupIds: named(names.groups, gate.groups) }
  return { kind: 'segment', segmentId: named(names.segments, [gate.segment])[0] ?? '' }
}

/** 8.8折 is 88% of the price: 1200 bps off. */
function offFrom(
  { off, cap }: FileTier,
  place: string,
  faults: FileFault[],
): CampaignInput['tiers'][number]['off'] {
  const capFen = cap === undefined ? null : fenOf(cap, place, faults)
  if (typeof off === 'string' && off.endsWith('折')) {
    return { kind: 'rate', offBps: 10_000 - decimal(off.slice(0, -1), 3), capFen }
  }
  if (capFen !== null) faults.push({ place, reason: 'only a rate has a cap' })
  return { kind: 'amount', amountOff: fenOf(off, place, faults) }
}

function fenOf(yuan: number | string, place: string, faults: FileFault[]): number {
  const text = String(yuan)
  if (/^\d{1,8}(\.\d{1,2})?$/.test(text)) return decimal(text, 2)
  faults.push({ place, reason: 'must be an amount in yuan with at most two decimals, such as 99 or 19.9' })
  return 0
}

/** A decimal text as a whole number of its last place, without going through fractions. */
const decimal = (text: string, places: number): number => {
  const [whole = '0', part = ''] = text.split('.')
  return Number(whole + part.padEnd(places, '0'))
}
