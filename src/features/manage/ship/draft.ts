import type { ParcelInput, ShippingOrder } from '@contract/shipment'

/** A parcel that is being filled in. */
export interface ParcelDraft {
  readonly key: string
  readonly company: string
  readonly number: string
  /** Pieces by line; null takes everything that is left. */
  readonly pieces: Readonly<Record<string, number>> | null
}

export interface ParcelFaults {
  readonly company?: string
  readonly number?: string
  readonly pieces?: string
}

type Line = ShippingOrder['lines'][number]

export const newParcel = (key: string, company: string): ParcelDraft => ({
  key,
  company,
  number: '',
  pieces: null,
})

/** Pieces of a line that no other draft takes. */
export const leftFor = (line: Line, drafts: readonly ParcelDraft[], own: ParcelDraft): number =>
  drafts
    .filter((draft) => draft.key !== own.key)
    .reduce((left, draft) => left - (draft.pieces?.[line.lineId] ?? 0), line.toShip)

/** Cuts one parcel in two: the first keeps everything that is left, the second starts empty. */
export function addParcel(
  lines: readonly Line[],
  drafts: readonly ParcelDraft[],
  key: string,
  company: string,
): ParcelDraft[] {
  const filled = drafts.map((draft) =>
    draft.pieces
      ? draft
      : { ...draft, pieces: Object.fromEntries(lines.map((it) => [it.lineId, it.toShip])) },
  )
  return [...filled, { ...newParcel(key, company), pieces: {} }]
}

const isEmpty = ({ pieces }: ParcelDraft) => pieces !== null && Object.values(pieces).every((n) => n === 0)

/** What keeps a draft from being a parcel; the server holds the same bounds. */
export function faultsOf(draft: ParcelDraft): ParcelFaults {
  return {
    ...(draft.company ? {} : { company: '请选择快递公司' }),
    ...(/^[0-9A-Za-z-]{4,32}$/.test(cleanNumber(draft.number)) ? {} : { number: '运单号由数字和字母组成' }),
    ...(isEmpty(draft) ? { pieces: '这个包裹里还没有商品' } : {}),
  }
}

export const isComplete = (draft: ParcelDraft): boolean => Object.keys(faultsOf(draft)).length === 0

const cleanNumber = (text: string): string => text.replace(/\s/g, '')

/** The draft as the shop takes it. */
export const inputOf = ({ company, number, pieces }: ParcelDraft): ParcelInput => ({
  company,
  trackingNumber: cleanNumber(number),
  ...(pieces
    ? {
        lines: Object.entries(pieces)
          .filter(([, quantity]) => quantity > 0)
          .map(([lineId, quantity]) => ({ lineId, quantity })),
      }
    : {}),
})
